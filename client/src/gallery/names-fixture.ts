import type { BoardLine, NameBoard } from '@lapwing/shared/protocol/messages';

const NAMES = [
  ...['Adam B.', 'Aisha K.', 'Anya T.', 'Bea W.', 'Ben E.', 'Bilal C.', 'Callum W.', 'Chidi N.', 'Cora W.', 'Dev B.'],
  ...['Dina N.', 'Dua B.', 'Ella C.', 'Eman B.', 'Esme Y.', 'Farid T.', 'Felix G.', 'Finn H.', 'Gita D.', 'Greta B.'],
  ...['Hana T.', 'Hugo M.', 'Imani W.', 'Isaac E.', 'Jack B.', 'Jaya K.', 'Karim O.', 'Kofi S.', 'Leila E.', 'Lena G.'],
  ...['Maya B.', 'Milo T.', 'Nadia D.', 'Noor C.', 'Omar W.', 'Oscar O.', 'Petra O.', 'Pia K.', 'Qasim C.', 'Ravi T.'],
  ...['Rosa H.', 'Sami C.', 'Sofia F.', 'Tara T.', 'Theo D.', 'Uma O.', 'Uzma W.', 'Vera W.', 'Viktor B.', 'Wen W.'],
  ...['Will G.', 'Xenia D.', 'Yara M.', 'Yusuf H.', 'Zach D.', 'Zara W.', 'Zoe A.', 'Zora L.'],
];

const line = (name: string, index: number): BoardLine => ({
  name,
  tables: Array.from({ length: 6 }, (_, round) => ((index * 5 + round * 7) % 12) + 1),
});

/** A board of so many people who move among twelve tables; one has a badge number instead of a name, one sits out. */
export function board(count: number): NameBoard {
  const names = Array.from({ length: count - 1 }, (_, index) => NAMES[index] ?? `Guest ${index} Q.`);
  const lines = [...names, 'KQ4T7ACD'].map(line);
  return {
    t: 'names',
    people: count,
    lines: lines.map((one, index) => (index === 3 ? { ...one, tables: one.tables.map(() => null) } : one)),
  };
}

/** A few people with names as long as they come. */
export const longBoard: NameBoard = {
  t: 'names',
  people: 12,
  lines: ['Oluwaseun A.', 'Bartholomew-Christian V.', 'Ann B.', 'Aleksandra-Magdalena K.', 'Nguyễn T.', 'Xú L.']
    .concat(['Zoë Brontë-Hall', 'Mei C.', 'Åsa Ö.', 'Ifeoluwakitan O.', 'Jo P.', 'Saoirse N.'])
    .map(line),
};
