/** What a report says of the files in it; each stands in a block of its own, compressed. */
export interface EmbeddedFile {
  id: string;
  name: string;
  kind: 'runs' | 'weights' | 'learning-rate';
}

/**
 * Gives the elements of a report their files. Its source is written into the page: it may use nothing from outside its
 * own body.
 */
export async function showReport(document: Document): Promise<void> {
  const text = (id: string) => document.getElementById(id)!.textContent;
  const open = async ({ id, name }: EmbeddedFile) => {
    const binary = atob(text(id));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new File([await new Response(stream).blob()], name);
  };
  const files = JSON.parse(text('fv-files')) as EmbeddedFile[];
  const runs = files.filter(({ kind }) => kind === 'runs');
  const curves = document.querySelector('fv-training-curves');
  if (curves) {
    curves.runs = runs.map(({ name }) => name);
    curves.src = await Promise.all(runs.map(open));
  }
  for (const file of files) {
    const element = document.querySelector<HTMLElement & { src: unknown }>(`[data-file="${file.id}"]`);
    if (element) element.src = await open(file);
  }
}
