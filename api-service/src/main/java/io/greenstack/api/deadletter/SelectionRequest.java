package io.greenstack.api.deadletter;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonAnySetter;

/**
 * A selection of dead letters: exactly one of {@code ids}, {@code filter} and {@code all}.
 *
 * @param ids these, at most 1,000
 * @param filter those that match, the oldest first
 * @param all true for all, the oldest first
 * @param limit the most to take, 1 to 10,000; 1,000 unless given
 */
record SelectionRequest(@Size(min = 1, max = 1000, message = "needs 1 to 1000 ids") List<String> ids,
        DeadLetterFilter filter, Boolean all,
        @Min(value = 1, message = "is 1 to 10000") @Max(value = 10_000, message = "is 1 to 10000") Integer limit) {

    /** A misspelt member must not widen what is replayed or deleted. */
    @JsonAnySetter
    void refuse(String name, Object value) {
        throw new IllegalArgumentException("unknown member");
    }
}
