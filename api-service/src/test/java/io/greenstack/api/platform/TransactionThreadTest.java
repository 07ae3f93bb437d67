package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;

/**
 * A transaction belongs to the thread that began it. Were it taken along to the thread on which Redis answers, its commit would fail
 * whenever that one is a moment late to let go of it.
 */
@ApiTest
class TransactionThreadTest {

    private static final Executor ELSEWHERE = task -> new Thread(task).start();

    @Inject
    TransactionSynchronizationRegistry transactions;
    @Inject
    ManagedExecutor executor;

    @Test
    void whatIsDoneElsewhereIsNoPartOfIt() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(transactions.getTransactionStatus()).isEqualTo(Status.STATUS_ACTIVE);
            assertThat(Uni.createFrom().item(1).emitOn(ELSEWHERE).map(one -> transactions.getTransactionStatus())
                    .await().indefinitely()).isEqualTo(Status.STATUS_NO_TRANSACTION);
            assertThat(CompletableFuture.supplyAsync(transactions::getTransactionStatus, executor).join())
                    .isEqualTo(Status.STATUS_NO_TRANSACTION);
            assertThat(transactions.getTransactionStatus()).isEqualTo(Status.STATUS_ACTIVE);
        });
    }
}
