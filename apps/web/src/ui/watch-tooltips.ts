export type TooltipIntent = { anchor: HTMLElement; atOnce: boolean };

const OPEN_AFTER = 400;
// Long enough to cross the gap between a control and its tooltip.
const CLOSE_AFTER = 120;

/** Tells which marked element wants its tooltip shown, or null for none. Returns what stops it. */
export function watchTooltips(show: (intent: TooltipIntent | null) => void): () => void {
  let shown: HTMLElement | null = null;
  let wanted: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const turnTo = (anchor: HTMLElement | null, delay: number) => {
    clearTimeout(timer);
    wanted = anchor;
    timer = setTimeout(() => {
      const atOnce = shown !== null;
      shown = anchor?.isConnected ? anchor : null;
      show(shown && { anchor: shown, atOnce });
    }, delay);
  };

  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType === "touch" || isTooltip(event.target)) return clearTimeout(timer);
    const anchor = marked(event.target);
    if (anchor === wanted && anchor !== null) return;
    // Along a row of controls the next one answers at once.
    if (anchor) turnTo(anchor, shown ? 0 : OPEN_AFTER);
    else if (wanted) turnTo(null, CLOSE_AFTER);
  };
  const onFocusIn = ({ target }: FocusEvent) => {
    const byKeyboard = target instanceof Element && target.matches(":focus-visible");
    if (byKeyboard && marked(target)) turnTo(marked(target), OPEN_AFTER);
  };
  const close = () => {
    if (wanted) turnTo(null, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };

  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true, passive: true };
  document.addEventListener("pointerover", onPointerOver, options);
  document.addEventListener("focusin", onFocusIn, options);
  document.addEventListener("focusout", close, options);
  document.addEventListener("pointerdown", close, options);
  document.addEventListener("keydown", onKeyDown, options);
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}

function marked(target: EventTarget | null): HTMLElement | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;
  // What it opened already says more than its tooltip.
  return anchor?.getAttribute("aria-expanded") === "true" ? null : anchor;
}

function isTooltip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-tooltip]") !== null;
}
