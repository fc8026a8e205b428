/** A number of the whole report. */
export function Tile({ name, value, digits = 0 }: { name: string; value: number; digits?: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}</dd>
    </div>
  );
}
