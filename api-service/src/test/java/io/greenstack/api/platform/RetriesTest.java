package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Two transactions that lock the same rows in opposite order: one is given up by the database, and runs again. */
@ApiTest
class RetriesTest {

    @Inject
    Sql sql;

    @BeforeEach
    void rows() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.query("create table if not exists crossing (id int primary key, passes int)").update();
            sql.query("insert into crossing values (1, 0), (2, 0)").update();
        });
    }

    @AfterEach
    void remove() {
        QuarkusTransaction.requiringNew().run(() -> sql.query("drop table crossing").update());
    }

    @Test
    void aDeadlockIsTriedAgain() {
        CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();
        // the common pool of Java 25 has one thread only where there are two processors
        ExecutorService workers = Executors.newFixedThreadPool(2);
        CompletableFuture<Void> there = CompletableFuture.runAsync(() -> cross(1, 2, bothHoldTheirFirst, tries),
                workers);
        CompletableFuture<Void> back = CompletableFuture.runAsync(() -> cross(2, 1, bothHoldTheirFirst, tries),
                workers);
        CompletableFuture.allOf(there, back).orTimeout(60, TimeUnit.SECONDS).whenComplete((done, failure) -> workers
                .shutdown()).join();

        // a third run may lock its first row again before the other one wakes up, and lose once more
        assertThat(tries.get()).isGreaterThanOrEqualTo(3);
        List<Long> passes = QuarkusTransaction.requiringNew()
                .call(() -> sql.query("select passes from crossing order by id").list(row -> row.number(1)));
        assertThat(passes).containsExactly(2L, 2L);
    }

    private void cross(int first, int second, CyclicBarrier meeting, AtomicInteger tries) {
        Retries.onConflict(() -> QuarkusTransaction.requiringNew().call(() -> {
            boolean again = tries.incrementAndGet() > 2;
            pass(first);
            if (!again) {
                meet(meeting);
            }
            pass(second);
            return null;
        }));
    }

    private void pass(int id) {
        sql.query("update crossing set passes = passes + 1 where id = :id").bind("id", id).update();
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
