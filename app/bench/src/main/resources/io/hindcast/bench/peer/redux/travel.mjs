// Time travel as redux-devtools does it: every action and every state behind one is kept, a jump names one of them.
// node travel.mjs MOVEMENTS JUMPS: a line of each file is `account cents`, and the place to jump to.
// Answers p50, p99 and worst of a jump in microseconds, bytes an action; then for each of the first jumps what was found.
import { readFileSync } from 'node:fs';
import * as devtools from '@redux-devtools/instrument';
import { legacy_createStore } from 'redux';

const CHECKED = 1000;
const lines = (file) => readFileSync(file, 'utf8').trim().split('\n');
const movements = lines(process.argv[2]).map((line) => {
  const [account, cents] = line.split(' ');
  return { type: 'moved', account, cents: Number(cents) };
});
const jumps = lines(process.argv[3]).map(Number);

const ledger = (state = { balance: 0, movements: 0, accounts: {} }, action) => {
  if (action.type !== 'moved') {
    return state;
  }
  const before = state.accounts[action.account] ?? { total: 0, count: 0 };
  const after = { total: before.total + action.cents, count: before.count + 1 };
  return {
    balance: state.balance + action.cents,
    movements: state.movements + 1,
    accounts: { ...state.accounts, [action.account]: after },
  };
};

globalThis.gc();
const held = process.memoryUsage().heapUsed;
const store = legacy_createStore(ledger, devtools.instrument(undefined, { trace: false }));
store.liftedStore.dispatch(devtools.ActionCreators.importState(movements));
globalThis.gc();
const bytes = (process.memoryUsage().heapUsed - held) / movements.length;

const jump = (event) => {
  store.liftedStore.dispatch(devtools.ActionCreators.jumpToState(event + 1));
  return store.getState();
};
let sum = 0;
for (const event of jumps) {
  sum += jump(event).movements;
}
const took = jumps.map((event) => {
  const begin = process.hrtime.bigint();
  sum += jump(event).balance;
  return Number(process.hrtime.bigint() - begin) / 1000;
});
took.sort((one, other) => one - other);
const percentile = (share) => took[Math.ceil(share * took.length) - 1];
console.log([percentile(0.5), percentile(0.99), took.at(-1), bytes].join(' '));
for (const event of jumps.slice(0, CHECKED)) {
  const state = jump(event);
  const touched = movements[event].account;
  console.log([state.balance, state.movements, state.accounts[touched].total, state.accounts[touched].count].join(' '));
}
if (Number.isNaN(sum)) {
  process.exit(1);
}
