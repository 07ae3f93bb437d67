package io.greenstack.api.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.mapping.MappingTrial.TrialEvent;
import io.greenstack.api.mapping.MappingTrial.TrialItem;
import io.greenstack.api.mapping.MappingTrial.TrialRequest;
import io.greenstack.api.mapping.MappingTrial.TrialResult;
import io.greenstack.api.mapping.MappingTrial.TrialValue;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.core.message.PayloadException;
import io.greenstack.mappings.CompiledMapping;
import io.greenstack.mappings.MappedItem;
import io.greenstack.mappings.MappedMessage;
import io.greenstack.mappings.MappingException;
import io.greenstack.mappings.MappingInput;
import io.greenstack.mappings.MappingLimits;
import io.greenstack.mappings.MappingRunner;

/** Tries mappings, within the limits that hold in the bridge. */
@ApplicationScoped
class MappingTrials {

    private static final String FAILED = "mapping-failed";

    private final MappingRunner runner = new MappingRunner(Duration.ofSeconds(1));
    private final Clock clock;

    MappingTrials(Clock clock) {
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        runner.close();
    }

    TrialResult run(TrialRequest request) {
        List<FieldError> errors = new ArrayList<>();
        List<TrialItem> items = new ArrayList<>();
        boolean matches = false;
        byte[] payload = payload(request);
        long start = System.nanoTime();
        try {
            CompiledMapping mapping = new CompiledMapping(request.mapping().toMapping(), MappingLimits.DEFAULT);
            matches = mapping.matches(request.topic());
            start = System.nanoTime();
            MappedMessage mapped = runner.apply(mapping,
                    new MappingInput(request.topic(), payload, clock.instant()));
            mapped.items().forEach(item -> items.add(item(item)));
            mapped.faults().forEach(fault -> errors.add(new FieldError(null, fault.reason(), fault.detail())));
        } catch (MappingException e) {
            errors.add(error(e));
        } catch (PayloadException e) {
            errors.add(new FieldError(null, e.reason(), e.getMessage()));
        } catch (MappingRunner.RuleStuckException e) {
            errors.add(new FieldError(null, FAILED, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.unavailable("stopping", "The service is stopping.");
        }
        return new TrialResult(matches, items, errors, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }

    /** What is wrong with a mapping, as an error of a field. */
    static FieldError error(MappingException failure) {
        return new FieldError(
                failure.position() < 0 ? failure.member() : failure.member() + ":" + failure.position(), FAILED,
                failure.getMessage());
    }

    private static byte[] payload(TrialRequest request) {
        if (request.base64() != null) {
            try {
                return Base64.getDecoder().decode(request.base64());
            } catch (IllegalArgumentException e) {
                throw ApiException.invalidParameter("base64", "octets in base64 are needed");
            }
        }
        if (request.message() == null) {
            throw ApiException.invalidParameter("message", "a message, or base64, is needed");
        }
        String text = request.message().isTextual() ? request.message().textValue() : request.message().toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TrialItem item(MappedItem item) {
        return new TrialItem(item.device().value(), item.registration(), item.connected(),
                item.values().stream().map(value -> new TrialValue(value.value().parameter(), value.value().value(),
                        value.value().unit(), value.time())).toList(),
                item.events().stream()
                        .map(event -> new TrialEvent(event.code(), event.mode(), event.type(), event.time())).toList(),
                item.processData(), item.time());
    }
}
