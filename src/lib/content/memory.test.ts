import { expect, test } from 'vitest';
import { Memory } from './memory';

test('what was made for a key is not made again, until others have pushed it out', () => {
  const memory = new Memory<string>(2);
  const made: string[] = [];
  const recall = (key: string) => memory.recall(key, () => `${key}${made.push(key)}`);
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(recall)).toEqual(['a1', 'b2', 'a1', 'c3', 'a1', 'b4']);
});
