/** What the types of the elements allow in JSX, Vue and Svelte; checked by `frameworks.node.test.ts`, never run. */
import 'flair-visual/define/embedding-map';
import 'flair-visual/react';
import 'flair-visual/svelte';
import 'flair-visual/vue';
import type { PointDetail } from 'flair-visual';
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';

const hear = (event: CustomEvent<PointDetail>) => event.detail.label;

export const jsx = [
  <fv-embedding-map id="map" className="wide" perplexity={30} onfv-point-click={hear} ref={(map) => void map?.run()} />,
  // @ts-expect-error -- A number.
  <fv-embedding-map perplexity="many" />,
  // @ts-expect-error -- Read only.
  <fv-embedding-map positions={new Float32Array(2)} />,
  // @ts-expect-error -- Another event's detail.
  <fv-embedding-map onfv-layout-end={hear} />,
];

type Svelte = SvelteHTMLElements['fv-embedding-map'];
export const svelte: Svelte[] = [
  { id: 'map', perplexity: 30, 'onfv-point-click': hear },
  // @ts-expect-error -- A number.
  { perplexity: 'many' },
  // @ts-expect-error -- Another event's detail.
  { 'onfv-layout-end': hear },
];

type Vue = InstanceType<GlobalComponents['fv-embedding-map']>;
export const vue: Vue['$props'][] = [
  { id: 'map', perplexity: 30 },
  // @ts-expect-error -- A number.
  { perplexity: 'many' },
];
export const emit = (map: Vue, event: CustomEvent<PointDetail>) => map.$emit('fv-point-click', event);

// @ts-expect-error -- Not imported, not typed.
export const other = <fv-attention />;
