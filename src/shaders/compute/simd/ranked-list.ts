/**
 * Takes a point into a list of the best seen, sorted by key downwards, by id upwards among equal keys: what a list
 * holds in the end does not depend on the order of arrival. A point held already has the same key and is passed over.
 */
export function insertRanked(keys: usize, ids: usize, length: i32, key: i32, id: i32): void {
  const lastAt = <usize>(length - 1) << 2;
  const last = load<i32>(keys + lastAt);
  if (key < last || (key == last && id >= load<i32>(ids + lastAt))) return;
  let place = length - 1;
  while (place > 0 && load<i32>(keys + (<usize>(place - 1) << 2)) < key) place--;
  while (place > 0 && load<i32>(keys + (<usize>(place - 1) << 2)) == key && load<i32>(ids + (<usize>(place - 1) << 2)) >= id) place--;
  if (load<i32>(keys + (<usize>place << 2)) == key && load<i32>(ids + (<usize>place << 2)) == id) return;
  for (let slot = <usize>(length - 1) << 2; slot > <usize>place << 2; slot -= 4) {
    store<i32>(keys + slot, load<i32>(keys + slot - 4));
    store<i32>(ids + slot, load<i32>(ids + slot - 4));
  }
  store<i32>(keys + (<usize>place << 2), key);
  store<i32>(ids + (<usize>place << 2), id);
}
