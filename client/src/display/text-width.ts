/** Where nothing can be measured, a letter is taken for this wide. */
const GUESS_EM = 0.62;
const MEASURED_AT_PX = 100;

let pen: CanvasRenderingContext2D | null | undefined;

/** Width of ordinary words in em, in the face that the page really has. */
export function textWidth(text: string): number {
  pen ??= document.createElement('canvas').getContext?.('2d') ?? null;
  if (!pen) return GUESS_EM * [...text].length;
  pen.font = `500 ${MEASURED_AT_PX}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width / MEASURED_AT_PX;
}
