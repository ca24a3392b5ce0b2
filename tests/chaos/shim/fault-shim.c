/*
 * Faults for one process, by LD_PRELOAD. The runner writes what is to go wrong into a small file that is mapped here, so
 * that faults come and go while the server runs. Only files under LAPWING_WATCH are touched.
 *
 * With LAPWING_SHADOW every flushed file is copied there at the end of its fsync, and what was written since is kept
 * beside it as NAME.pending: after a kill, the copies with any part of the pending writes are what a disk may hold
 * after a power cut.
 *
 * cc -shared -fPIC -O2 -o fault-shim.so fault-shim.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { FAIL_FROM, FAIL_ERRNO, FAIL_COUNT, SWALLOW_SYNC, READ_ONLY, WALL_SHIFT_MS, OPERATIONS, FAILED, WALL_DRIFT_PPM, DRIFT_SINCE_MS, SLOTS };

static volatile int64_t *control;
static const char *watch, *shadow;
static size_t watch_length;

#define REAL(name, ret, ...) \
  static ret (*real)(__VA_ARGS__); \
  if (!real) real = (ret(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("LAPWING_FAULTS");
  watch = getenv("LAPWING_WATCH");
  shadow = getenv("LAPWING_SHADOW");
  watch_length = watch ? strlen(watch) : 0;
  if (!path) return;
  int fd = open(path, O_RDWR);
  if (fd < 0) return;
  void *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (at != MAP_FAILED) control = at;
}

static int64_t setting(int slot) { return control ? __atomic_load_n(&control[slot], __ATOMIC_SEQ_CST) : 0; }

static int path_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, size - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  return 1;
}

/* Every database has its share in memory beside it, which no disk ever sees. */
static int is_watched(const char *path) {
  if (!watch || strncmp(path, watch, watch_length)) return 0;
  size_t n = strlen(path);
  return n < 4 || strcmp(path + n - 4, "-shm");
}

static int is_watched_fd(int fd, char *path, size_t size) { return watch && path_of(fd, path, size) && is_watched(path); }

static int fails(const char *path) {
  if (!control || !is_watched(path)) return 0;
  if (setting(READ_ONLY)) { errno = EROFS; return 1; }
  int64_t from = setting(FAIL_FROM);
  if (!from) return 0;
  int64_t n = __atomic_add_fetch(&control[OPERATIONS], 1, __ATOMIC_SEQ_CST);
  int64_t most = setting(FAIL_COUNT);
  if (n < from || (most && setting(FAILED) >= most)) return 0;
  __atomic_add_fetch(&control[FAILED], 1, __ATOMIC_SEQ_CST);
  errno = (int)setting(FAIL_ERRNO);
  return 1;
}

/* SHADOW/a%b for WATCH/a/b */
static void shadow_of(const char *path, const char *ending, char *out, size_t size) {
  const char *rest = path + watch_length;
  while (*rest == '/') rest++;
  snprintf(out, size, "%s/%s%s", shadow, rest, ending);
  for (char *c = out + strlen(shadow) + 1; *c; c++) if (*c == '/') *c = '%';
}

static ssize_t plainly(int fd, const void *bytes, size_t n) {
  REAL("write", ssize_t, int, const void *, size_t);
  return real(fd, bytes, n);
}

/* A record: where, how many bytes (-1: cut the file there), the bytes. */
static void pend(const char *path, int64_t at, int64_t length, const void *bytes) {
  char name[4352];
  shadow_of(path, ".pending", name, sizeof name);
  int out = open(name, O_CREAT | O_APPEND | O_WRONLY, 0600);
  if (out < 0) return;
  int64_t head[2] = {at, length};
  plainly(out, head, sizeof head);
  if (length > 0) plainly(out, bytes, (size_t)length);
  close(out);
}

/* Reads through the descriptor itself: opening and closing the file once more would drop SQLite's locks on it. */
static void flushed(int fd, const char *path) {
  char name[4352], next[4400], buffer[65536];
  shadow_of(path, "", name, sizeof name);
  snprintf(next, sizeof next, "%s.next", name);
  int out = open(next, O_CREAT | O_TRUNC | O_WRONLY, 0600);
  if (out < 0) return;
  int own = (fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY ? open(path, O_RDONLY) : -1;
  off_t at = 0;
  ssize_t n;
  while ((n = pread(own >= 0 ? own : fd, buffer, sizeof buffer, at)) > 0) { plainly(out, buffer, (size_t)n); at += n; }
  if (own >= 0) close(own);
  close(out);
  rename(next, name);
  shadow_of(path, ".pending", name, sizeof name);
  unlink(name);
}

#define WRITES(name, args, call, at) \
  ssize_t name args { \
    REAL(#name, ssize_t, int, const void *, size_t, off_t); \
    char path[4096]; \
    int ours = is_watched_fd(fd, path, sizeof path); \
    if (ours && fails(path)) return -1; \
    ssize_t n = call; \
    if (ours && shadow && n > 0) pend(path, at, n, bytes); \
    return n; \
  }
WRITES(pwrite, (int fd, const void *bytes, size_t count, off_t offset), real(fd, bytes, count, offset), offset)
WRITES(pwrite64, (int fd, const void *bytes, size_t count, off_t offset), real(fd, bytes, count, offset), offset)

ssize_t write(int fd, const void *bytes, size_t count) {
  char path[4096];
  int ours = is_watched_fd(fd, path, sizeof path);
  if (ours && fails(path)) return -1;
  off_t at = ours && shadow ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t n = plainly(fd, bytes, count);
  if (ours && shadow && n > 0) pend(path, at, n, bytes);
  return n;
}

static int cut(int fd, off_t length, int (*real)(int, off_t)) {
  char path[4096];
  int ours = is_watched_fd(fd, path, sizeof path);
  if (ours && fails(path)) return -1;
  int answer = real(fd, length);
  if (ours && shadow && !answer) pend(path, length, -1, NULL);
  return answer;
}
int ftruncate(int fd, off_t length) { REAL("ftruncate", int, int, off_t); return cut(fd, length, real); }
int ftruncate64(int fd, off_t length) { REAL("ftruncate64", int, int, off_t); return cut(fd, length, real); }

static int sync_with(int fd, int (*real)(int)) {
  char path[4096];
  int ours = is_watched_fd(fd, path, sizeof path);
  if (ours && fails(path)) return -1;
  if (ours && setting(SWALLOW_SYNC)) return 0;
  struct stat of;
  int answer = real(fd);
  if (ours && shadow && !answer && !fstat(fd, &of) && S_ISREG(of.st_mode)) flushed(fd, path);
  return answer;
}
int fsync(int fd) { REAL("fsync", int, int); return sync_with(fd, real); }
int fdatasync(int fd) { REAL("fdatasync", int, int); return sync_with(fd, real); }

/* Names change at once: the file systems that servers run on keep them in their own journal. */
int rename(const char *from, const char *to) {
  REAL("rename", int, const char *, const char *);
  if ((is_watched(from) || is_watched(to)) && fails(to)) return -1;
  int answer = real(from, to);
  if (!answer && shadow && is_watched(from) && is_watched(to)) {
    char old[4352], now[4352];
    shadow_of(from, "", old, sizeof old); shadow_of(to, "", now, sizeof now); real(old, now);
    shadow_of(from, ".pending", old, sizeof old); shadow_of(to, ".pending", now, sizeof now);
    unlink(now); real(old, now);
  }
  return answer;
}
int unlink(const char *path) {
  REAL("unlink", int, const char *);
  if (is_watched(path) && setting(READ_ONLY)) { errno = EROFS; return -1; }
  int answer = real(path);
  if (!answer && shadow && is_watched(path)) {
    char name[4352];
    shadow_of(path, "", name, sizeof name); real(name);
    shadow_of(path, ".pending", name, sizeof name); real(name);
  }
  return answer;
}

static int opened(const char *name, const char *path, int flags, mode_t mode) {
  int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
  int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
  if (writes && setting(READ_ONLY) && watch && !strncmp(path, watch, watch_length)) { errno = EROFS; return -1; }
  return real(path, flags, mode);
}
#define OPENS(name) \
  int name(const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
    return opened(#name, path, flags, mode); \
  }
OPENS(open)
OPENS(open64)
int mkdir(const char *path, mode_t mode) {
  REAL("mkdir", int, const char *, mode_t);
  if (setting(READ_ONLY) && is_watched(path) && access(path, F_OK)) { errno = EROFS; return -1; }
  return real(path, mode);
}
int chmod(const char *path, mode_t mode) {
  REAL("chmod", int, const char *, mode_t);
  if (setting(READ_ONLY) && is_watched(path)) { errno = EROFS; return -1; }
  return real(path, mode);
}

/* The wall clock: shifted, and drifting since an instant. The monotonic clock stays what it is. */
static int64_t shift_ns(int64_t real_ms) {
  int64_t drift = setting(WALL_DRIFT_PPM);
  return setting(WALL_SHIFT_MS) * 1000000 + (drift ? (real_ms - setting(DRIFT_SINCE_MS)) * drift : 0);
}
int clock_gettime(clockid_t which, struct timespec *out) {
  REAL("clock_gettime", int, clockid_t, struct timespec *);
  int answer = real(which, out);
  if (answer || (which != CLOCK_REALTIME && which != CLOCK_REALTIME_COARSE)) return answer;
  int64_t ns = (int64_t)out->tv_sec * 1000000000 + out->tv_nsec;
  ns += shift_ns(ns / 1000000);
  out->tv_sec = ns / 1000000000; out->tv_nsec = ns % 1000000000;
  return 0;
}
int gettimeofday(struct timeval *out, void *zone) {
  struct timespec now;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
  out->tv_sec = now.tv_sec; out->tv_usec = now.tv_nsec / 1000;
  return 0;
}
