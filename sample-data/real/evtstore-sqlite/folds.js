// The fold of this store's bank accounts, as an EvtStore application has it in createAggregate({ create, fold }).

export const category = 'accounts'

export const create = () => ({ balance: 0, overdraftLimit: 0, owner: '', status: '' })

export const fold = (evt, prev, meta) => {
  switch (evt.type) {
    case 'AccountOpened':
      return { overdraftLimit: Number(evt.overdraftLimit), owner: evt.owner.name, status: 'open' }

    case 'MoneyDeposited':
    case 'TransferReceived':
    case 'InterestCredited':
    case 'CorrectionPosted':
      return { balance: prev.balance + evt.amount }

    case 'MoneyWithdrawn':
    case 'TransferSent':
    case 'FeeCharged':
      return { balance: prev.balance - evt.amount }

    case 'OverdraftLimitChanged':
      return { overdraftLimit: Number(evt.limit) }

    case 'OwnerRenamed':
      return { owner: evt.name }

    case 'AccountFrozen':
      return { status: 'frozen' }

    case 'AccountUnfrozen':
      return { status: 'open' }

    // What was left is paid out on closing.
    case 'AccountClosed':
      return { balance: prev.balance - (evt.payoutAmount ?? 0), status: 'closed' }
  }

  return {}
}
