package io.hindcast.bench.data;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.fold.javascript.JavaScriptLanguage;

/// The account of the sample as scripts: one that writes to the state it is given, one that builds a new one each time.
public final class Scripts {
    private static final String PROJECTION =
            """
            function receive(s, e) { s.balance += e.data.amount; s.transactionCount++; }
            function pay(s, e) { s.balance -= e.data.amount; s.transactionCount++; }

            fromCategory('account').foreachStream().when({
                $init: () => ({ balance: 0, transactionCount: 0 }),
                AccountOpened(s, e) {
                    const { accountId, product, currency, owner, openingBalance, overdraftLimit } = e.data;
                    s.accountId = accountId;
                    s.product = product;
                    s.currency = currency;
                    s.owner = owner;
                    s.balance = openingBalance;
                    s.overdraftLimit = overdraftLimit;
                    s.status = 'OPEN';
                },
                MoneyDeposited: receive, TransferReceived: receive, InterestPaid: receive, CorrectionPosted: receive,
                MoneyWithdrawn: pay, TransferSent: pay, FeeCharged: pay,
                OwnerDetailsChanged(s, e) { s.owner = e.data.owner; },
                OverdraftLimitChanged(s, e) { s.overdraftLimit = e.data.newLimit; },
                AccountFrozen(s) { s.status = 'FROZEN'; },
                AccountUnfrozen(s) { s.status = 'OPEN'; },
                AccountClosed(s) { s.status = 'CLOSED'; }
            });
            """;

    private static final String REDUCER =
            """
            export const category = 'account';
            export const initialState = () => ({ balance: 0, transactionCount: 0 });

            const move = (state, amount) =>
                ({ ...state, balance: state.balance + amount, transactionCount: state.transactionCount + 1 });

            export const evolve = (state, { type, data }) => {
                switch (type) {
                    case 'AccountOpened': {
                        const { accountId, product, currency, owner, openingBalance, overdraftLimit } = data;
                        return { ...state, accountId, product, currency, owner, overdraftLimit, balance: openingBalance, status: 'OPEN' };
                    }
                    case 'MoneyDeposited':
                    case 'TransferReceived':
                    case 'InterestPaid':
                    case 'CorrectionPosted':
                        return move(state, data.amount);
                    case 'MoneyWithdrawn':
                    case 'TransferSent':
                    case 'FeeCharged':
                        return move(state, -data.amount);
                    case 'OwnerDetailsChanged':
                        return { ...state, owner: data.owner };
                    case 'OverdraftLimitChanged':
                        return { ...state, overdraftLimit: data.newLimit };
                    case 'AccountFrozen':
                        return { ...state, status: 'FROZEN' };
                    case 'AccountUnfrozen':
                        return { ...state, status: 'OPEN' };
                    case 'AccountClosed':
                        return { ...state, status: 'CLOSED' };
                    default:
                        return state;
                }
            };
            """;

    private Scripts() {}

    public static Fold projection() {
        return compiled(PROJECTION);
    }

    public static Fold reducer() {
        return compiled(REDUCER);
    }

    private static Fold compiled(String text) {
        return switch (new JavaScriptLanguage().compile("bench.js", text)) {
            case Compiled.Ready ready -> ready.fold();
            case Compiled.Rejected rejected -> throw new IllegalStateException("script: " + rejected.errors());
        };
    }
}
