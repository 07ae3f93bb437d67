package io.greenstack.bridge.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Singleton;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.RegistrationReader;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.api.ApiAnswer;
import io.greenstack.edge.api.ApiAnswer.Accepted;
import io.greenstack.edge.api.ApiAnswer.Failed;
import io.greenstack.edge.api.ApiAnswer.Later;
import io.greenstack.edge.api.ApiAnswer.Refused;
import io.greenstack.edge.api.EdgeApiClient;
import io.greenstack.edge.api.Suspects;
import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.IntakeHandler;

/**
 * Hands registrations on to the api-service: different devices at the same time, those of one device one after the other.
 * While the api-service is away the messages stay with the broker, and those of a device keep their order. How many devices go
 * out at the same time grows with success: after an outage first one, then two, and so on.
 */
@Singleton
public class RegistrationHandler implements IntakeHandler {

    private static final String PATH = "/api/devices/register";
    private static final int MOST = 32;
    private static final String WHAT = "registrations";

    private final Topics topics;
    private final EdgeApiClient api;
    private final Suspects suspects;
    private final Window window = new Window(MOST);
    private final RegistrationReader reader = new RegistrationReader();

    RegistrationHandler(Topics topics, EdgeApiClient api) {
        this.topics = topics;
        this.api = api;
        this.suspects = new Suspects(api);
    }

    private record Task(int index, String device, byte[] body) {}

    private record Done(Task task, ApiAnswer answer) {}

    @Override
    public void handle(IntakeBatch batch) {
        Map<String, List<Task>> devices = new LinkedHashMap<>();
        Map<String, List<Task>> suspected = new LinkedHashMap<>();
        batch.each((index, message) -> {
            DeviceId id = topics.parse(message.topic()).deviceId();
            Task task = new Task(index, id.value(), reader.canonical(id, message.payload()));
            (suspects.contains(id.value()) ? suspected : devices)
                    .computeIfAbsent(id.value(), key -> new ArrayList<>(1)).add(task);
        });
        register(batch, devices.values(), false);
        register(batch, suspected.values(), true);
    }

    private void register(IntakeBatch batch, Collection<List<Task>> devices, boolean suspected) {
        boolean proven = suspected && suspects.proven();
        List<List<Task>> open = List.copyOf(devices);
        boolean away = false;
        for (int from = 0; from < open.size() && !away;) {
            int to = Math.min(open.size(), from + window.size());
            List<CompletableFuture<List<Done>>> sent = open.subList(from, to).stream().map(
                    tasks -> register(tasks, 0, batch.traceparent(), proven, new ArrayList<>()).toCompletableFuture())
                    .toList();
            boolean failed = false;
            for (CompletableFuture<List<Done>> device : sent) {
                for (Done done : device.join()) {
                    settle(batch, done, suspected);
                    away |= done.answer() instanceof Later;
                    failed |= done.answer() instanceof Failed && !suspected;
                }
            }
            if (away || failed) {
                window.refused();
            } else {
                window.taken(to - from);
            }
            from = to;
        }
    }

    private void settle(IntakeBatch batch, Done done, boolean suspected) {
        Task task = done.task();
        if (done.answer() instanceof Later later) {
            batch.pause((suspected ? later.afterOthers() : later).pause(WHAT));
        } else if (done.answer() instanceof Failed failed
                && !suspects.toBlame(task.device(), batch.message(task.index()))) {
            batch.pause(new Later(failed.detail(), null).pause(WHAT));
        } else if (done.answer() instanceof Failed failed) {
            batch.reject(task.index(), RejectReason.INTERNAL_ERROR,
                    "The api-service fails over this message, and over no other: " + failed.detail());
        } else if (done.answer() instanceof Refused refused) {
            suspects.clear(task.device());
            batch.reject(task.index(), RejectReason.API_REJECTED, refused.detail());
        } else if (done.answer() instanceof Accepted) {
            suspects.clear(task.device());
            batch.written(task.index());
        }
    }

    /** Registers one after the other; stops at the first that has to wait, so that the later ones stay behind it. */
    private CompletionStage<List<Done>> register(List<Task> tasks, int from, String traceparent, boolean suspect,
            List<Done> done) {
        if (from == tasks.size()) {
            return CompletableFuture.completedFuture(done);
        }
        return api.post(PATH, tasks.get(from).body(), traceparent, suspect).thenCompose(answer -> {
            done.add(new Done(tasks.get(from), answer));
            return answer instanceof Later || answer instanceof Failed
                    ? CompletableFuture.completedFuture(done)
                    : register(tasks, from + 1, traceparent, suspect, done);
        });
    }
}
