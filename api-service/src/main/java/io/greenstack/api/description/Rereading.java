package io.greenstack.api.description;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** Has all stored files read anew by the readers of today, because a person wants it. */
@ApplicationScoped
public class Rereading {

    private final DescriptionRows rows;
    private final ViewRenewal renewal;
    private final TransactionSynchronizationRegistry transactions;

    Rereading(DescriptionRows rows, ViewRenewal renewal, TransactionSynchronizationRegistry transactions) {
        this.rows = rows;
        this.renewal = renewal;
        this.transactions = transactions;
    }

    /** Begins after the commit of the transaction; answers how many there are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long begin() {
        long marked = rows.markStale();
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is to be done before the commit
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    renewal.wake();
                }
            }
        });
        return marked;
    }

    /** How many are still to be read. */
    @Transactional
    public long remaining() {
        return rows.stale();
    }
}
