// The bank accounts of this store as a projection in the style of KurrentDB.

function receive(s, e) {
    s.balance += e.data.amount;
    s.transactionCount++;
}

function pay(s, e) {
    s.balance -= e.data.amount;
    s.transactionCount++;
}

fromCategory('account')
    .foreachStream()
    .when({
        $init: function () {
            return { balance: 0, transactionCount: 0 };
        },
        AccountOpened: function (s, e) {
            s.overdraftLimit = Number(e.data.overdraftLimit);
            s.ownerName = e.data.ownerName;
            s.ownerEmail = e.data.ownerEmail;
            s.status = 'OPEN';
        },
        MoneyDeposited: receive,
        TransferReceived: receive,
        InterestPaid: receive,
        CorrectionPosted: receive,
        MoneyWithdrawn: pay,
        TransferSent: pay,
        FeeCharged: pay,
        OverdraftLimitChanged: function (s, e) {
            s.overdraftLimit = Number(e.data.newLimit);
        },
        // What did not change is null in the event.
        OwnerDetailsChanged: function (s, e) {
            s.ownerName = e.data.ownerName ?? s.ownerName;
            s.ownerEmail = e.data.ownerEmail ?? s.ownerEmail;
        },
        AccountFrozen: s => { s.status = 'FROZEN'; },
        AccountUnfrozen: s => { s.status = 'OPEN'; },
        AccountClosed: s => { s.status = 'CLOSED'; }
    })
    .outputState();
