package io.greenstack.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.platform.Sql;

/** The first administrator's key of an installation. */
@ApiTest
class FirstKeyTest {

    @Inject
    ApiKeyService service;
    @Inject
    Sql sql;

    private void noAdministrator() {
        sql.query("update api_key set revoked_at = now() where scope = 'ADMIN'").update();
    }

    @Test
    void oneOfTheReplicasMakesItAndItEndsSoon() {
        noAdministrator();
        // all at once: the common pool of Java 25 has one thread only where there are two processors
        ExecutorService workers = Executors.newFixedThreadPool(6);
        List<CompletableFuture<Optional<ApiKeyService.CreatedKey>>> replicas = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.first(Duration.ofHours(24)), workers))
                .toList();

        List<ApiKeyService.CreatedKey> made = replicas.stream().flatMap(each -> each.join().stream()).toList();
        workers.shutdown();
        assertThat(made).hasSize(1);
        assertThat(made.get(0).details().scope()).isEqualTo(Scope.ADMIN);
        assertThat(made.get(0).details().expiresAt()).isBetween(Instant.now().plusSeconds(3600),
                Instant.now().plusSeconds(90_000));
        assertThat(service.find(Secrets.hash(made.get(0).key()))).isPresent();
        assertThat(service.first(Duration.ofHours(24))).as("there is one now").isEmpty();
    }

    @Test
    void anExpiredOneIsNone() {
        noAdministrator();
        service.first(Duration.ZERO);

        assertThat(service.first(Duration.ofHours(1))).isPresent();
    }
}
