// The account as one writes it for these libraries. Amounts are kept in whole cents, which are exact.
const cents = (amount) => Math.round(Number(amount) * 100);

const moved = (state, counterparty, amount) => {
  state.balance += amount;
  state.movements++;
  state.totals.set(counterparty, (state.totals.get(counterparty) ?? 0) + amount);
  return state;
};

export const account = {
  initialState: () => ({ balance: 0, movements: 0, owner: '', totals: new Map() }),
  evolve: (state, { type, data }) => {
    switch (type) {
      case 'AccountOpened':
      case 'OwnerChanged':
        state.owner = data.owner;
        return state;
      case 'MoneyDeposited':
        return moved(state, data.counterparty, cents(data.amount));
      case 'MoneyWithdrawn':
        return moved(state, data.counterparty, -cents(data.amount));
      default:
        return state;
    }
  },
};

export const answer = ({ balance, movements, owner, totals }) => {
  const each = [...totals.keys()].sort().map((name) => `${name}=${totals.get(name)}`);
  return `${balance}|${movements}|${owner}|${each.join(',')}`;
};
