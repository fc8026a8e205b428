import type { ComponentChildren } from 'preact';

/** A column's heading; one of numbers stands at the end of its column. A style is a class of the style sheet. */
export type Column = string | { number: string } | { name: string; style: string };

interface TableProperties {
  caption: ComponentChildren;
  columns: readonly (Column | false | undefined)[];
  name?: string;
  children: ComponentChildren;
}

/** A table with its caption and headings. */
export function Table({ caption, columns, name = '', children }: TableProperties) {
  return (
    <table class={name}>
      <caption>{caption}</caption>
      <thead>
        <tr>{columns.map(column => (column === '' ? <td /> : column && <Heading column={column} />))}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Heading({ column }: { column: Column }) {
  if (typeof column === 'string') return <th scope="col">{column}</th>;
  const { name, style } = 'number' in column ? { name: column.number, style: 'number' } : column;
  return (
    <th scope="col" class={style}>
      {name}
    </th>
  );
}
