import type { Attendee } from '@lapwing/shared/event/roster';
import { tableId } from '@lapwing/shared/kernel/ids';
import { computed, signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { type Act, entriesFor } from '../../../client/src/organiser/palette/entries.ts';
import { Palette } from '../../../client/src/organiser/palette/Palette.tsx';
import { useFindKey } from '../../../client/src/organiser/palette/use-find-key.ts';
import { person, table } from './builders.ts';

const PEOPLE = [person('Aisha Karim'), person('Karim Osei'), person('Zoë Ng')];
const TABLES = [table(1), table(7, { name: 'Karavel' }), table(17)];
const act = (id: string, name: string, isOff = false): Act => ({ id, name, keys: ['N'], isOff });
const ACTS = [act('next', 'Move now'), act('skip', 'Skip the next round', true)];
const FINDABLE = {
  ...{ people: PEOPLE, tables: TABLES, acts: ACTS },
  sections: [{ id: 'people', name: 'People' } as const],
};
const namesFor = (query: string): string[] => entriesFor(query, FINDABLE).map(({ name }) => name);

afterEach(cleanup);

it('finds people before tables, by any part of a name', () => {
  expect(namesFor('kar')).toEqual(['Karim Osei', 'Aisha Karim', 'Karavel']);
  expect(namesFor('zoe')).toEqual(['Zoë Ng']);
});

it('takes a number for a table, the very one first', () => {
  expect(entriesFor('7', FINDABLE).map((entry) => entry.id)).toEqual([tableId('t7')]);
  expect(entriesFor('1', FINDABLE).map((entry) => entry.id)).toEqual([tableId('t1'), tableId('t17')]);
});

it('shows what can be done and where one can go while nothing is typed', () => {
  expect(namesFor(' ')).toEqual(['Move now', 'Skip the next round', 'People']);
});

function open(desk: object | null) {
  const people = signal<readonly Attendee[]>(PEOPLE);
  const store = {
    ...{ id: 'e1', people, followed: signal(null), desk: signal(desk), detail: signal({ tables: TABLES }) },
    byId: computed(() => new Map(people.value.map((one) => [one.id, one]))),
  } as unknown as EventStore;
  const onClose = vi.fn();
  render(<Palette store={store} onClose={onClose} />);
  return { onClose, field: screen.getByRole('combobox') };
}
const type = (field: HTMLElement, value: string): boolean => fireEvent.input(field, { target: { value } });
const key = (field: HTMLElement, name: string): boolean => fireEvent.keyDown(field, { key: name });
const enter = (field: HTMLElement): boolean => fireEvent.submit(field.closest('form') as HTMLFormElement);

it('opens on the live page whom the arrows chose', () => {
  const desk = { acts: () => ACTS, act: vi.fn(), open: vi.fn() };
  const { field, onClose } = open(desk);
  type(field, 'kar');
  key(field, 'ArrowDown');
  expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true');
  expect(field.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
  enter(field);
  expect(desk.open).toHaveBeenCalledWith({ kind: 'person', person: PEOPLE[0]?.id });
  expect(onClose).toHaveBeenCalledOnce();
});

it('presses what the page can do, and never what would do nothing now', () => {
  const desk = { acts: () => ACTS, act: vi.fn(), open: vi.fn() };
  const { field, onClose } = open(desk);
  type(field, 'skip');
  enter(field);
  expect(desk.act).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
  type(field, 'move');
  enter(field);
  expect(desk.act).toHaveBeenCalledWith('next');
});

it('leads to the person on People where no live page is in front', () => {
  const { field } = open(null);
  type(field, 'zoe');
  enter(field);
  expect(location.hash).toBe('#/events/e1/people/zo%C3%AB-ng');
});

it('says when nothing fits', () => {
  const { field } = open(null);
  type(field, 'xyzzy');
  expect(screen.getByText('Nothing fits. Try another part of the name.')).toBeTruthy();
  enter(field);
});

it('comes for Ctrl K anywhere, and for / where nobody types and no dialog is open', () => {
  const find = vi.fn();
  const Page = () => {
    useFindKey(find);
    return <input aria-label="name" />;
  };
  render(<Page />);
  const field = screen.getByLabelText('name');
  fireEvent.keyDown(document.body, { key: '/' });
  fireEvent.keyDown(field, { key: '/' });
  expect(find).toHaveBeenCalledTimes(1);
  fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'k', metaKey: true });
  fireEvent.keyDown(document.body, { key: 'k' });
  expect(find).toHaveBeenCalledTimes(3);
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  dialog.showModal();
  fireEvent.keyDown(document.body, { key: '/' });
  fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
  dialog.remove();
  expect(find).toHaveBeenCalledTimes(3);
});
