/** The field of q elements, which are the numbers 0 … q − 1; 0 and 1 are its zero and one. */
export interface FiniteField {
  readonly order: number;
  add(left: number, right: number): number;
  subtract(left: number, right: number): number;
  multiply(left: number, right: number): number;
}

/** The prime p and exponent n with order = p^n, or null when there are none. */
export function primePower(order: number): { prime: number; exponent: number } | null {
  if (order < 2) return null;
  let prime = 2;
  while (order % prime !== 0) prime = prime * prime > order ? order : prime + 1;
  let exponent = 0;
  let rest = order;
  while (rest % prime === 0) {
    rest /= prime;
    exponent++;
  }
  return rest === 1 ? { prime, exponent } : null;
}

/** Whole numbers modulo a prime. */
const primeField = (prime: number): FiniteField => ({
  order: prime,
  add: (left, right) => (left + right) % prime,
  subtract: (left, right) => (left - right + prime) % prime,
  multiply: (left, right) => (left * right) % prime,
});

/** The digits of a number to a base, lowest first: the coefficients of a polynomial. */
function digits(value: number, base: number, length: number): number[] {
  const found: number[] = [];
  for (let rest = value; found.length < length; rest = Math.floor(rest / base)) found.push(rest % base);
  return found;
}

const numberOf = (coefficients: readonly number[], base: number): number =>
  coefficients.reduceRight((value, digit) => value * base + digit, 0);

/** What remains of a polynomial after division by a monic one, as many digits as the divisor's degree. */
function remainder(dividend: readonly number[], divisor: readonly number[], prime: number): number[] {
  const rest = [...dividend];
  const degree = divisor.length - 1;
  for (let top = rest.length - 1; top >= degree; top--) {
    const factor = rest[top]!;
    for (let place = 0; place <= degree; place++) {
      const at = top - degree + place;
      rest[at] = (rest[at]! + (prime - factor) * divisor[place]!) % prime;
    }
  }
  return rest.slice(0, degree);
}

/** Whether no monic polynomial of at most half the degree divides this monic one. */
function isIrreducible(polynomial: readonly number[], prime: number): boolean {
  const degree = polynomial.length - 1;
  for (let low = 1; low <= degree / 2; low++) {
    for (let value = 0; value < prime ** low; value++) {
      const divisor = [...digits(value, prime, low), 1];
      if (remainder(polynomial, divisor, prime).every((digit) => digit === 0)) return false;
    }
  }
  return true;
}

/** The first monic polynomial of this degree that has no factors. One exists for every degree. */
function irreducible(prime: number, degree: number): number[] {
  let value = 0;
  while (!isIrreducible([...digits(value, prime, degree), 1], prime)) value++;
  return [...digits(value, prime, degree), 1];
}

/** Polynomials over the whole numbers modulo a prime, modulo one of them that has no factors. */
function extensionField(prime: number, degree: number): FiniteField {
  const modulus = irreducible(prime, degree);
  const eachDigit = (left: number, right: number, of: (a: number, b: number) => number): number => {
    const second = digits(right, prime, degree);
    const sums = digits(left, prime, degree).map((digit, place) => of(digit, second[place]!) % prime);
    return numberOf(sums, prime);
  };
  return {
    order: prime ** degree,
    add: (left, right) => eachDigit(left, right, (a, b) => a + b),
    subtract: (left, right) => eachDigit(left, right, (a, b) => a + prime - b),
    multiply: (left, right) => {
      const product = new Array<number>(2 * degree - 1).fill(0);
      for (const [low, a] of digits(left, prime, degree).entries()) {
        for (const [high, b] of digits(right, prime, degree).entries()) {
          product[low + high] = (product[low + high]! + a * b) % prime;
        }
      }
      return numberOf(remainder(product, modulus, prime), prime);
    },
  };
}

/** The field of this many elements, or null unless the number is a power of a prime. */
export function finiteField(order: number): FiniteField | null {
  const power = primePower(order);
  if (!power) return null;
  return power.exponent === 1 ? primeField(power.prime) : extensionField(power.prime, power.exponent);
}

/** Logarithms to a base that generates all elements but 0: `logarithms(field)[element]`, with 0 for the element 0. */
export function logarithms(field: FiniteField): Int32Array {
  for (let base = 1; base < field.order; base++) {
    const logs = new Int32Array(field.order).fill(-1);
    let power = 1;
    let exponent = 0;
    for (; logs[power] === -1; power = field.multiply(power, base)) logs[power] = exponent++;
    logs[0] = 0;
    if (exponent === field.order - 1) return logs;
  }
  return new Int32Array(field.order);
}
