/** The numbers of an evening at which everybody is always there, every table is open and every seat exists. */
export interface Shape {
  readonly students: number;
  readonly tables: number;
  readonly rounds: number;
  /** Nobody may visit a table twice. */
  readonly mentored: boolean;
}

/** A seating: cell [round * students + student] holds the table, 0 … tables − 1. */
export type Seating = Int32Array;

/** The size of the larger tables: students over tables, rounded up. */
export const largestTable = (shape: Shape): number => Math.ceil(shape.students / shape.tables);

/** What is wrong with a seating, and how often two people meet again. */
export interface Measure {
  /** Every table of every round has the floor or the ceiling of students / tables people. */
  readonly even: boolean;
  /** Visits of a student to a table beyond the first. */
  readonly repeatedVisits: number;
  /** Meetings of two students beyond their first. */
  readonly repeatedPairs: number;
}

/** The people of one round by table. */
function membersOf(shape: Shape, seat: Seating, round: number): number[][] {
  const members: number[][] = Array.from({ length: shape.tables }, () => []);
  for (let student = 0; student < shape.students; student++) {
    members[seat[round * shape.students + student]!]?.push(student);
  }
  return members;
}

/** Counts from the seats alone, knowing nothing of how they were found. Takes students² bytes of memory. */
export function measure(shape: Shape, seat: Seating): Measure {
  const { students, tables, rounds } = shape;
  const met = new Uint8Array(students * students);
  const visited = new Uint8Array(students * tables);
  const small = Math.floor(students / tables);
  let even = seat.length === students * rounds;
  let repeatedVisits = 0;
  let repeatedPairs = 0;
  for (let round = 0; round < rounds; round++) {
    let seated = 0;
    for (const [table, members] of membersOf(shape, seat, round).entries()) {
      seated += members.length;
      if (members.length < small || members.length > largestTable(shape)) even = false;
      for (const [place, student] of members.entries()) {
        repeatedVisits += visited[student * tables + table]!;
        visited[student * tables + table] = 1;
        for (let next = place + 1; next < members.length; next++) {
          const pair = student * students + members[next]!;
          repeatedPairs += met[pair]!;
          met[pair] = 1;
        }
      }
    }
    if (seated !== students) even = false;
  }
  return { even, repeatedVisits, repeatedPairs };
}
