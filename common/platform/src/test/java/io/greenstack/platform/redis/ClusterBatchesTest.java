package io.greenstack.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.RequestImpl;
import io.vertx.redis.client.impl.ZModem;
import io.vertx.redis.client.impl.types.BulkType;
import io.vertx.redis.client.impl.types.ErrorType;
import io.vertx.redis.client.impl.types.MultiType;
import io.vertx.redis.client.impl.types.NumberType;

/** Two servers, each with one half of the hash slots: key {@code b} lies on the first one, {@code a} on the second one. */
class ClusterBatchesTest {

    private static final int HALF = 8192;

    private final List<List<String>> batches = new ArrayList<>();
    private final ClusterBatches cluster = new ClusterBatches((Redis) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[]{Redis.class},
            (proxy, method, arguments) -> method.getName().equals("batch") ? batch(arguments[0]) : slots()));

    private static Future<Response> slots() {
        MultiType ranges = MultiType.create(2, false);
        ranges.add(range(0, HALF - 1, 1));
        ranges.add(range(HALF, 2 * HALF - 1, 2));
        return Future.succeededFuture(ranges);
    }

    private static Response range(int first, int last, int port) {
        MultiType server = MultiType.create(2, false);
        server.add(BulkType.create(Buffer.buffer("127.0.0.1"), false));
        server.add(NumberType.create(port));
        MultiType range = MultiType.create(3, false);
        range.add(NumberType.create(first));
        range.add(NumberType.create(last));
        range.add(server);
        return range;
    }

    /** Answers each command with its own text; Redis refuses those about a key {@code bad}. */
    private Future<List<Response>> batch(Object argument) {
        List<String> commands = new ArrayList<>();
        List<Response> answers = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Object command : (List<?>) argument) {
            String text = command.toString().replaceAll("\\$\\d+|\\*\\d+|\\r\\n", " ").strip().replaceAll(" +", " ");
            if (text.contains("bad")) {
                refusals.add("ERR [" + commands.size() + "] WRONGTYPE");
            }
            commands.add(text);
            answers.add(BulkType.create(Buffer.buffer(text), false));
        }
        batches.add(commands);
        return refusals.isEmpty()
                ? Future.succeededFuture(answers)
                : Future.failedFuture(ErrorType.create(String.join("\n", refusals)));
    }

    private static Request get(String key) {
        return Request.cmd(Command.GET).arg(key);
    }

    private static List<String> texts(CompletionStage<List<Response>> sent) {
        return sent.toCompletableFuture().join().stream().map(Response::toString).toList();
    }

    @Test
    void theKeysLieWhereTheTestSays() {
        assertThat(ZModem.generate("b")).isLessThan(HALF);
        assertThat(ZModem.generate("a")).isGreaterThanOrEqualTo(HALF);
        assertThat(((RequestImpl) get("a")).keys()).hasSize(1);
    }

    @Test
    void eachServerGetsItsOwnAtOnceAndWhatHasNoKeyComesLast() {
        List<String> answers = texts(cluster.atOnce(List.of(get("a"),
                Request.cmd(Command.PUBLISH).arg("told").arg("1"), get("b"), get("a")), null));
        assertThat(batches).containsExactly(List.of("get a", "get a"), List.of("get b"), List.of("publish told 1"));
        assertThat(answers).containsExactly("get a", "publish told 1", "get b", "get a");
    }

    @Test
    void inOrderMeansThatNothingOvertakes() {
        List<String> answers = texts(cluster.inOrder(List.of(get("a"), get("a"), get("b"),
                Request.cmd(Command.PUBLISH).arg("told").arg("1"), get("a"))));
        assertThat(batches).containsExactly(List.of("get a", "get a"), List.of("get b", "publish told 1"),
                List.of("get a"));
        assertThat(answers).containsExactly("get a", "get a", "get b", "publish told 1", "get a");
    }

    @Test
    void refusalsNameThePlaceInTheWholeBatch() {
        assertThatThrownBy(() -> texts(cluster.atOnce(List.of(get("a"), get("b"), get("{b}bad"), get("a")), null)))
                .isInstanceOf(CompletionException.class).cause()
                .satisfies(refusal -> assertThat(RedisErrors.refused(refusal)).containsExactly(2));
        assertThatThrownBy(() -> texts(cluster.inOrder(List.of(get("{b}bad"), get("a"), get("{b}bad")))))
                .cause().satisfies(refusal -> assertThat(RedisErrors.refused(refusal)).containsExactly(0, 2));
        assertThat(batches).hasSize(5);
    }
}
