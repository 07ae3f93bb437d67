package io.greenstack.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.redis.client.impl.types.ErrorType;

class RedisErrorsTest {

    @Test
    void noAnswerIsAnOutage() {
        assertThat(RedisErrors.isOutage(new IOException("Connection refused"))).isTrue();
        assertThat(RedisErrors.isOutage(new RedisTimeoutException(2000))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OOM command not allowed when used memory > 'maxmemory'.",
            "LOADING Redis is loading the dataset",
            "READONLY You can't write against a read only replica.", "NOAUTH Authentication required.",
            "ERR [3] Error running script: @user_script:1: -OOM command not allowed"})
    void anAnswerThatRedisCannotWorkIsAnOutage(String message) {
        assertThat(RedisErrors.isOutage(ErrorType.create(message))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRONGTYPE Operation against a key holding the wrong kind of value", "ERR syntax error",
            "ERR [0] NOSCRIPT No matching script. Please use EVAL.", "ERR value is not an integer or BUSYish"})
    void anAnswerAboutTheCommandIsNone(String message) {
        assertThat(RedisErrors.isOutage(ErrorType.create(message))).isFalse();
    }

    @Test
    void findsTheCommandsOfABatchThatWereRefused() {
        assertThat(RedisErrors.refused(ErrorType.create("ERR [1] Error running script: user_script:9: too many results"
                + System.lineSeparator() + "ERR [12] WRONGTYPE Operation against a key"))).containsExactly(1, 12);
        assertThat(RedisErrors.refused(ErrorType.create("ERR [0] LOADING Redis is loading"))).isEmpty();
        assertThat(RedisErrors.refused(ErrorType.create("ERR [0] NOSCRIPT No matching script"))).isEmpty();
        assertThat(RedisErrors.refused(new IOException("gone"))).isEmpty();
    }

    @Test
    void tellsThatAScriptIsMissing() {
        assertThat(RedisErrors.isScriptMissing(ErrorType.create("ERR [0] NOSCRIPT No matching script"))).isTrue();
        assertThat(RedisErrors.isScriptMissing(ErrorType.create("ERR syntax error"))).isFalse();
        assertThat(RedisErrors.isScriptMissing(new IOException("NOSCRIPT"))).isFalse();
    }
}
