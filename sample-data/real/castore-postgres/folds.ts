// The reducer of this store's bank accounts, as a Castore application has it. Only the imports were taken out: in the
// application `Reducer` and the event details come from @castore/core.

export const category = 'ACCOUNTS';

export interface AccountAggregate {
  aggregateId: string;
  version: number;
  balance: number;
  overdraftLimit: number;
  owner: string;
  status: 'open' | 'frozen' | 'closed';
}

type Amount = { amount: number };
type AccountEvent = { aggregateId: string; version: number; type: string; timestamp: string; payload: any };

export const accountReducer = (account: AccountAggregate, event: AccountEvent): AccountAggregate => {
  const { version, aggregateId } = event;
  switch (event.type) {
    case 'AccountOpened': {
      const { overdraftLimit, owner } = event.payload;
      return { aggregateId, version, balance: 0, overdraftLimit: Number(overdraftLimit), owner: owner.name, status: 'open' };
    }
    case 'MoneyDeposited':
    case 'TransferReceived':
    case 'InterestCredited':
    case 'CorrectionPosted': {
      const { amount } = event.payload as Amount;
      return { ...account, version, balance: account.balance + amount };
    }
    case 'MoneyWithdrawn':
    case 'TransferSent':
    case 'FeeCharged': {
      const { amount } = event.payload as Amount;
      return { ...account, version, balance: account.balance - amount };
    }
    case 'OverdraftLimitChanged':
      return { ...account, version, overdraftLimit: Number(event.payload.limit) };
    case 'OwnerRenamed':
      return { ...account, version, owner: event.payload.name };
    case 'AccountFrozen':
      return { ...account, version, status: 'frozen' };
    case 'AccountUnfrozen':
      return { ...account, version, status: 'open' };
    case 'AccountClosed':
      // What was left is paid out on closing.
      return { ...account, version, balance: account.balance - (event.payload.payoutAmount ?? 0), status: 'closed' };
    default:
      return { ...account, version };
  }
};
