/* The floor: what the kernel alone costs. One thread answers any upgrade with a fixed 101 (nobody checks the accept key),
 * and writes one ready-made frame to every phone. Reads lines from its standard input: "B <text>" sends the text to
 * everybody and answers with one line of JSON; the end of the input ends it, so it cannot outlive the benchmark.
 *   cc -O2 -o floor floor.c && ./floor PORT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST_PHONES 20000
#define MOST_TEXT 65535
#define EVENTS 256

static int phones[MOST_PHONES];
static int phone_count;
static char upgraded[MOST_PHONES * 2];
static char command[MOST_TEXT + 16];
static size_t command_length;
static unsigned char frame[MOST_TEXT + 4];

static const char welcome[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                              "Sec-WebSocket-Accept: nobody-checks\r\n\r\n";

static double milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double cpu_milliseconds(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

static size_t framed(const char *text, size_t length) {
  size_t head = length < 126 ? 2 : 4;
  frame[0] = 0x81;
  if (length < 126) {
    frame[1] = (unsigned char)length;
  } else {
    frame[1] = 126;
    frame[2] = (unsigned char)(length >> 8);
    frame[3] = (unsigned char)length;
  }
  memcpy(frame + head, text, length);
  return head + length;
}

static void broadcast(const char *text, size_t length) {
  double cpu = cpu_milliseconds(), at = milliseconds_now();
  size_t size = framed(text, length);
  int failed = 0;
  for (int i = 0; i < phone_count; i++)
    if (send(phones[i], frame, size, MSG_NOSIGNAL) != (ssize_t)size) failed++;
  cpu = cpu_milliseconds() - cpu;
  printf("{\"decidedAt\":%.6f,\"cpuMs\":%.4f,\"phones\":%d,\"failed\":%d}\n", at, cpu, phone_count, failed);
  fflush(stdout);
}

/* False at the end of the input. */
static int read_commands(void) {
  ssize_t got = read(0, command + command_length, sizeof command - command_length - 1);
  if (got <= 0) return 0;
  command_length += (size_t)got;
  char *end;
  while ((end = memchr(command, '\n', command_length)) != NULL) {
    size_t line = (size_t)(end - command);
    if (line > 2 && command[0] == 'B') broadcast(command + 2, line - 2);
    command_length -= line + 1;
    memmove(command, end + 1, command_length);
  }
  return command_length < sizeof command - 1;
}

static void forget(int fd) {
  close(fd);
  upgraded[fd] = 0;
  for (int i = 0; i < phone_count; i++)
    if (phones[i] == fd) {
      phones[i] = phones[--phone_count];
      return;
    }
}

static void hear(int fd) {
  static char heard[16384];
  ssize_t got = recv(fd, heard, sizeof heard, 0);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got <= 0) {
    forget(fd);
    return;
  }
  if (upgraded[fd] || memmem(heard, (size_t)got, "\r\n\r\n", 4) == NULL || phone_count == MOST_PHONES) return;
  if (send(fd, welcome, sizeof welcome - 1, MSG_NOSIGNAL) <= 0) return;
  upgraded[fd] = 1;
  phones[phone_count++] = fd;
}

static void admit(int epoll, int listener) {
  int fd, on = 1;
  while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    if (fd >= MOST_PHONES * 2) {
      close(fd);
      continue;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
  }
}

int main(int count, char **words) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1, epoll = epoll_create1(0);
  struct sockaddr_in address = {.sin_family = AF_INET};
  struct epoll_event event = {.events = EPOLLIN}, events[EVENTS];
  address.sin_port = htons((unsigned short)atoi(count > 1 ? words[1] : "0"));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(listener, (void *)&address, sizeof address) != 0 || listen(listener, 4096) != 0) {
    perror("floor: listen");
    return 1;
  }
  event.data.fd = listener;
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
  event.data.fd = 0;
  epoll_ctl(epoll, EPOLL_CTL_ADD, 0, &event);
  printf("{\"listening\":true}\n");
  fflush(stdout);
  for (;;) {
    int ready = epoll_wait(epoll, events, EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        admit(epoll, listener);
      } else if (fd == 0) {
        if (!read_commands()) return 0;
      } else {
        hear(fd);
      }
    }
  }
}
