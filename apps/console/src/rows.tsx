import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface RowsProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children' | 'class'> {
  readonly count: number;
  /** Height of each in pixels. */
  readonly height: number;
  /** Which one has to be seen. */
  readonly shown?: number | undefined;
  readonly children: (index: number) => ComponentChildren;
}

/** Rows of which only those are made that can be seen: ten thousand scroll as ten do. */
export function Rows({ count, height, shown, children, ...attributes }: RowsProps) {
  const element = useRef<HTMLDivElement>(null);
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, HTMLDivElement>>(undefined);
  const options = {
    count,
    estimateSize: () => height,
    overscan: 6,
    getScrollElement: () => element.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => renderAgain(0),
  };
  virtualizer.current ??= new Virtualizer(options);
  const rows = virtualizer.current;
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), []);
  useLayoutEffect(() => rows._willUpdate());
  useLayoutEffect(() => {
    if (shown !== undefined && shown >= 0) rows.scrollToIndex(shown);
  }, [shown]);
  return (
    <div ref={element} {...attributes} class="rows">
      <div role="presentation" style={{ height: `${rows.getTotalSize()}px`, position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="presentation"
            class="row"
            style={{ height: `${height}px`, transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
