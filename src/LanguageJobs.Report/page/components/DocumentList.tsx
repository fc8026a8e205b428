import { useLayoutEffect, useRef } from 'preact/hooks';
import { openDocument, step } from '../store/actions.js';
import { listed } from '../store/derived.js';
import { update, useStore } from '../store/store.js';
import { DocumentItem } from './DocumentItem.js';

/** An item's height; the same as in the style sheet. */
const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
const itemHeight = Math.round(3.25 * rem);
const spare = 4;

/** The documents that pass. Only those in sight are in the page, however many there are. */
export function DocumentList() {
  const list = useRef<HTMLDivElement>(null);
  const documents = useStore(listed);
  const open = useStore(state => state.open);
  const sight = useStore(state => state.sight);
  useLayoutEffect(() => scrollTo(list.current, documents.indexOf(open)), [documents, open]);

  const first = Math.max(0, Math.floor(sight.top / itemHeight) - spare);
  const last = Math.min(documents.length, Math.ceil((sight.top + sight.height) / itemHeight) + spare);
  const inSight = documents.slice(first, last);

  if (documents.length === 0) return <p class="nothing">No document passes the filter.</p>;
  return (
    <div
      ref={list}
      class="list"
      role="listbox"
      aria-label="Documents"
      tabIndex={0}
      aria-activedescendant={inSight.includes(open) ? optionId(open) : undefined}
      onKeyDown={onKeyDown}
      onScroll={event => look(event.currentTarget)}
    >
      <div role="none" style={{ height: `${documents.length * itemHeight}px` }}>
        {inSight.map((index, i) => (
          <div
            key={index}
            id={optionId(index)}
            class="item"
            role="option"
            aria-selected={index === open}
            aria-posinset={first + i + 1}
            aria-setsize={documents.length}
            style={{ top: `${(first + i) * itemHeight}px` }}
            onClick={() => openDocument(index)}
          >
            <DocumentItem index={index} />
          </div>
        ))}
      </div>
    </div>
  );
}

const optionId = (index: number) => `document-${index}`;

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

function onKeyDown(event: KeyboardEvent): void {
  const places = steps[event.key];
  if (places === undefined) return;
  event.preventDefault();
  step(places);
}

function look(list: HTMLElement): void {
  update({ sight: { top: list.scrollTop, height: list.clientHeight } });
}

function scrollTo(list: HTMLElement | null, position: number): void {
  if (list === null) return;
  const top = position * itemHeight;
  if (position >= 0 && top < list.scrollTop) list.scrollTop = top;
  else if (position >= 0 && top + itemHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + itemHeight - list.clientHeight;
  look(list);
}
