// The decider of this store's bank accounts, as an Emmett application has it.
import { type Event } from '@event-driven-io/emmett';

export const category = 'bankAccount';

// Amounts are numbers in some streams and texts in others.
type Moved = Event<'MoneyDeposited' | 'TransferReceived' | 'InterestPaid' | 'CorrectionPosted', { amount: number | string }>;
type Paid = Event<'MoneyWithdrawn' | 'TransferSent' | 'FeeCharged', { amount: number | string }>;

export type BankAccountEvent =
  | Moved
  | Paid
  | Event<'AccountOpened', { overdraftLimit: number; ownerName: string; ownerEmail: string }>
  | Event<'OverdraftLimitChanged', { newLimit: number }>
  | Event<'OwnerDetailsChanged', { ownerName: string | null; ownerEmail: string | null }>
  | Event<'AccountFrozen' | 'AccountUnfrozen' | 'AccountClosed', Record<string, unknown>>;

export type BankAccount = {
  balance: number;
  transactionCount: number;
  overdraftLimit?: number;
  ownerName?: string;
  ownerEmail?: string;
  status?: 'OPEN' | 'FROZEN' | 'CLOSED';
};

export const initialState = (): BankAccount => ({ balance: 0, transactionCount: 0 });

const move = (state: BankAccount, amount: number): BankAccount => ({
  ...state,
  balance: state.balance + amount,
  transactionCount: state.transactionCount + 1,
});

export const evolve = (state: BankAccount, { type, data }: BankAccountEvent): BankAccount => {
  switch (type) {
    case 'AccountOpened': {
      const { ownerName, ownerEmail } = data;
      return { ...state, ownerName, ownerEmail, overdraftLimit: Number(data.overdraftLimit), status: 'OPEN' };
    }
    case 'MoneyDeposited':
    case 'TransferReceived':
    case 'InterestPaid':
    case 'CorrectionPosted':
      return move(state, Number(data.amount));
    case 'MoneyWithdrawn':
    case 'TransferSent':
    case 'FeeCharged':
      return move(state, -Number(data.amount));
    case 'OverdraftLimitChanged':
      return { ...state, overdraftLimit: Number(data.newLimit) };
    // What did not change is null in the event.
    case 'OwnerDetailsChanged':
      return { ...state, ownerName: data.ownerName ?? state.ownerName, ownerEmail: data.ownerEmail ?? state.ownerEmail };
    case 'AccountFrozen':
      return { ...state, status: 'FROZEN' };
    case 'AccountUnfrozen':
      return { ...state, status: 'OPEN' };
    case 'AccountClosed':
      return { ...state, status: 'CLOSED' };
    default: {
      const _notExistingEventType: never = type;
      return state;
    }
  }
};
