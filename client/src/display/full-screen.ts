/** Into full screen or out of it. Refused on some televisions: the browser's own full screen is still there. */
export function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  change?.catch(() => undefined);
}

export function enterFullScreen(): void {
  if (!document.fullscreenElement) toggleFullScreen();
}
