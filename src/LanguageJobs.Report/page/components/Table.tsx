import type { ComponentChildren } from 'preact';

/** A column's heading; one of numbers stands at the end of its column. */
export type Column = string | { number: string };

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
  return typeof column === 'string' ? (
    <th scope="col">{column}</th>
  ) : (
    <th scope="col" class="number">
      {column.number}
    </th>
  );
}
