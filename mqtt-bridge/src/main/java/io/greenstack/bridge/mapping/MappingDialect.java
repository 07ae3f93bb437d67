package io.greenstack.bridge.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.Dialect;
import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.mappings.CompiledMapping;
import io.greenstack.mappings.MappedMessage;
import io.greenstack.mappings.MappingException;
import io.greenstack.mappings.MappingInput;
import io.greenstack.mappings.MappingRunner;

/**
 * The dialect that people write. Every mapping whose filter fits is applied; one that fails costs no other, and makes a dead letter
 * that names it. One that cannot be stopped is left out until it is changed.
 */
@Singleton
public class MappingDialect implements Dialect {

    private static final Logger LOG = Logger.getLogger(MappingDialect.class);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final MappingRules rules;
    private final MappedPublications publications;
    private final MappingRunner runner = new MappingRunner(LIMIT);
    private final Set<CompiledMapping> stuck = Collections.newSetFromMap(new WeakHashMap<>());

    MappingDialect(MappingRules rules, Topics topics) {
        this.rules = rules;
        this.publications = new MappedPublications(new CanonicalMessages(topics));
    }

    @PreDestroy
    void stop() {
        runner.close();
    }

    @Override
    public String name() {
        return "mapping";
    }

    /** None at first: those of the rules come and go. */
    @Override
    public List<String> filters() {
        return List.of();
    }

    /** While the mappings are not known yet, all: such messages wait. */
    @Override
    public boolean matches(String topic) {
        return rules.mayMatch(topic);
    }

    @Override
    public Translation translate(InboundMessage message) {
        List<Publication> said = new ArrayList<>();
        List<ItemFault> faults = new ArrayList<>();
        MappingInput input = new MappingInput(message.topic(), message.payload(), message.receivedAt());
        for (CompiledMapping rule : rules.current()) {
            if (rule.matches(message.topic())) {
                apply(rule, input, message.receivedAt(), said, faults);
            }
        }
        return new Translation(said, null, List.of()).with(faults);
    }

    private void apply(CompiledMapping rule, MappingInput input, Instant received, List<Publication> said,
            List<ItemFault> faults) {
        String name = "Mapping '" + rule.mapping().name() + "'";
        if (stuck.contains(rule)) {
            faults.add(new ItemFault(RejectReason.MAPPING_FAILED, name
                    + " is left out, because it could not be stopped; change it, then replay this message"));
            return;
        }
        try {
            MappedMessage mapped = runner.apply(rule, input);
            said.addAll(publications.of(mapped, received));
            mapped.faults().forEach(
                    fault -> faults.add(new ItemFault(fault.reason(), name + ", " + fault.detail())));
        } catch (MappingException e) {
            faults.add(new ItemFault(RejectReason.MAPPING_FAILED, name + ", " + e.line()));
        } catch (PayloadException e) {
            faults.add(new ItemFault(e.reason(), name + ", " + e.getMessage()));
        } catch (MappingRunner.RuleStuckException e) {
            LOG.errorf("%s is left out until it is changed: %s", name, e.getMessage());
            stuck.add(rule);
            faults.add(new ItemFault(RejectReason.MAPPING_FAILED, name + ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PauseException("the bridge is stopping");
        }
    }
}
