import { compareNames, searchable } from '$lib/words/names';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';

/** People in the order of a Vietnamese roll call: by given name, then whole name, then number. */
export function inRollOrder(people: readonly PersonRow[]): PersonRow[] {
  return [...people].sort((a, b) => compareNames(a.name, b.name) || a.number - b.number);
}

/** People whose name or number answers a search typed without marks: «do anh» finds «Đỗ Thị Ánh». */
export function findPeople(people: readonly PersonRow[], typed: string): PersonRow[] {
  const words = searchable(typed).split(' ').filter(Boolean);
  return people.filter((person) => {
    const name = searchable(person.name);
    return words.every((word) => name.includes(word) || String(person.number) === word);
  });
}

/** The number for the next person on the roll: one above the highest. */
export function nextNumber(people: readonly PersonRow[]): number {
  return people.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
}

/** Everybody who has this number: more than one where two tablets without a network gave it twice. */
export function withNumber(people: readonly PersonRow[], number: number): PersonRow[] {
  return people.filter((person) => person.number === number);
}

/** A name as typed, made fit to keep: one line, single spaces, composed (NFC). */
export function tidyName(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A year of birth as typed: null where left empty, undefined where it cannot be one (1900 to this year). */
export function readBirthYear(typed: string, thisYear: number): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const year = Number(text);
  return /^\d{4}$/.test(text) && year >= 1900 && year <= thisYear ? year : undefined;
}
