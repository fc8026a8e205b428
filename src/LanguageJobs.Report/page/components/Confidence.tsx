import { Bar } from './Bar.js';

export const digits = (score: number) => score.toFixed(2);

/** A confidence score as a number and a bar. */
export function Confidence({ score, color }: { score: number | undefined; color?: string }) {
  if (score === undefined) return <span class="soft">none</span>;
  return (
    <span class="confidence">
      {digits(score)} <Bar share={score} {...(color === undefined ? {} : { color })} />
    </span>
  );
}
