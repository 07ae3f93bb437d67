package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonParseException;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

class ProblemTableTest {

    private static void maps(Throwable thrown, int status, String code) {
        ProblemTable.Entry entry = ProblemTable.of(thrown);
        assertThat(entry.status()).isEqualTo(status);
        assertThat(entry.code()).isEqualTo(code);
        assertThat(entry.internal()).isEqualTo(status == 500);
    }

    @Test
    void eachExceptionHasItsStatus() {
        maps(new ApiException(418, "teapot", "short and stout"), 418, "teapot");
        maps(new UnauthorizedException(), 401, "unauthorized");
        maps(new ForbiddenException(), 403, "forbidden");
        maps(new CircuitBreakerOpenException(), 503, "dependency-unavailable");
        maps(new TimeoutException(), 504, "dependency-timeout");
        maps(new JsonParseException(null, "x"), 400, "malformed-json");
        maps(new IOException("Connection terminated parsing multipart request"), 400, "unreadable-body");
        maps(new IOException("Request too large"), 413, "payload-too-large");
        maps(new IllegalStateException("secret"), 500, "internal-error");
    }

    @Test
    void databaseErrorsAreFoundInsideTheirWrappers() {
        maps(new RuntimeException(new IllegalStateException(new SQLException("x", "23505"))), 409, "conflict");
        maps(new RuntimeException(new SQLException("x", "40P01")), 503, "concurrent-change");
        maps(new RuntimeException(new SQLException("x", "57014")), 504, "database-timeout");
        maps(new RuntimeException(new SQLException("x", "08006")), 503, "database-unavailable");
        maps(new RuntimeException(new SQLException("Acquisition timeout while waiting for new connection")), 503,
                "database-unavailable");
        maps(new RuntimeException(new SQLException("Sorry, acquisition timeout!")), 503, "database-unavailable");
        maps(new RuntimeException(new SQLException("x", "55P03")), 503, "concurrent-change");
        maps(new RuntimeException(new SQLException("x", "42P01")), 500, "internal-error");
    }

    @Test
    void theFailureOfACommitIsFoundBesideTheTransactions() {
        Exception rollback = new Exception("Could not commit transaction");
        rollback.addSuppressed(new IllegalStateException("commit", new SQLException("x", "57P01")));
        maps(new IllegalStateException(rollback), 503, "database-unavailable");
        maps(new IllegalStateException(new SQLException("x", "25006")), 503, "database-unavailable");
        Exception closed = new Exception("closed", new SQLException("x", "23505"));
        closed.addSuppressed(new SQLException("x", "08006"));
        maps(closed, 409, "conflict");
    }

    @Test
    void whatWeCannotReadOurselvesIsNotTheClientsFault() {
        maps(new IllegalStateException("stored", new JsonParseException(null, "x")), 500, "internal-error");
        maps(new UncheckedIOException(new IOException("disk")), 500, "internal-error");
    }

    @Test
    void nothingOfTheInsideIsTold() {
        assertThat(ProblemTable.of(new IllegalStateException("password=secret")).detail()).doesNotContain("secret");
        assertThat(ProblemTable.of(new RuntimeException(new SQLException("duplicate key value", "23505"))).detail())
                .doesNotContain("key value");
    }
}
