package io.greenstack.descriptions.iodd.trust;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.model.Condition;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.ErrorEntry.ErrorType;
import io.greenstack.descriptions.iodd.model.ErrorEntry.StdErrorTypeRef;
import io.greenstack.descriptions.iodd.model.EventEntry.Event;
import io.greenstack.descriptions.iodd.model.EventEntry.StdEventRef;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.ProcessData.ProcessDataItem;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.DataItemRef;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.StdVariableRef;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.NodeWalker;
import io.greenstack.descriptions.iodd.reader.Findings;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;
import io.greenstack.descriptions.iodd.standard.IoddVariables;
import io.greenstack.descriptions.iodd.standard.IoddVariables.ResolvedVariable;
import io.greenstack.descriptions.iodd.standard.StandardDefinitions;
import io.greenstack.descriptions.iodd.standard.StandardUnits;

/**
 * Looks for what a schema cannot check and a decoder can live with: items that overlap or lie outside, ranges that hold
 * nothing, record items that are not there, standard definitions that do not exist, definitions nobody uses. Codes:
 * {@code duplicate-index}, {@code dangling-subindex}, {@code unknown-standard-variable}, {@code unknown-standard-error},
 * {@code unknown-standard-event}, {@code duplicate-error}, {@code duplicate-event}, {@code unknown-unit}, {@code own-units},
 * those of {@link DatatypeCheck} and {@link UsageCheck}.
 */
public final class DescriptionCheck {

    private final IoddDescription description;
    private final Findings findings;
    private final IoddDatatypes datatypes;
    private final IoddVariables variables;
    private final StandardDefinitions standard;
    private final DatatypeCheck types;
    private final NodeWalker walker = new NodeWalker(this::check);
    private final Map<Integer, String> indexes = new HashMap<>();
    private final Set<Integer> errors = new HashSet<>();
    private final Set<Integer> events = new HashSet<>();
    private final Set<Integer> ownUnits = new HashSet<>();
    private final Map<String, Datatype> processData = new HashMap<>();
    private final Set<Integer> processDataItems = new HashSet<>();
    private final Map<Datatype, Set<Integer>> items = new IdentityHashMap<>();
    private boolean hasOnlyRecords = true;

    private DescriptionCheck(IoddDescription description, Findings findings) {
        this.description = description;
        this.findings = findings;
        this.datatypes = IoddDatatypes.of(description);
        this.variables = IoddVariables.of(description, datatypes);
        this.standard = StandardDefinitions.of(description.version());
        this.types = new DatatypeCheck(datatypes, findings, walker);
    }

    /** Findings of the main file of a description, at most {@code limit} and one that counts the others. */
    public static List<Finding> of(IoddDescription description, int limit) {
        Findings findings = new Findings(limit);
        new DescriptionCheck(description, findings).run();
        UsageCheck.of(description, findings);
        return findings.toList();
    }

    /** Findings of a language file beside the main file of a description. */
    public static List<Finding> of(ExternalTextDocument document, IoddDescription description, int limit) {
        Findings findings = new Findings(limit);
        UsageCheck.of(document, description, findings);
        return findings.toList();
    }

    private void run() {
        description.processData().forEach(data -> {
            note(data.in());
            note(data.out());
        });
        if (description.device().units() != null) {
            description.units().forEach(unit -> ownUnits.add(unit.code()));
            findings.info("own-units", description.device().units().source().line(), "IODevice/UnitCollection",
                    "The file defines " + ownUnits.size() + " units of its own, which the specification does not "
                            + "provide for; they are used where the standard has none of that code.");
        }
        walker.walk("IODevice", description.device(), IoddShapes.IO_DEVICE);
        for (ResolvedVariable variable : variables.all()) {
            if (variable.index() != null && variable.index() > 1) {
                String other = indexes.putIfAbsent(variable.index(), variable.id());
                if (other != null) {
                    findings.warning("duplicate-index", variable.entry().source().line(), "VariableCollection",
                            "The variables " + other + " and " + variable.id() + " have the same index "
                                    + variable.index() + ".");
                }
            }
        }
    }

    private void note(ProcessDataItem item) {
        if (item != null && item.id() != null) {
            Datatype type = datatypes.resolve(item.type());
            if (type != null) {
                processData.putIfAbsent(item.id(), type);
                processDataItems.addAll(subindices(type));
                hasOnlyRecords &= type.kind() == DatatypeKind.RECORD;
            }
        }
    }

    private boolean check(IoddNode node) {
        if (node instanceof Datatype datatype) {
            types.check(datatype);
        } else if (node instanceof StdVariableRef ref && ref.id() != null && standard.variable(ref.id()) == null) {
            findings.error("unknown-standard-variable", line(node), walker.path(), "The specification has no standard "
                    + "variable \"" + ref.id() + "\"; its index and type are not known.");
        } else if (node instanceof Condition condition) {
            subindex(condition.variableId(), condition.subindex(), node);
        } else if (node instanceof DataItemRef ref) {
            subindex(ref.variableId(), ref.subindex(), node);
            unit(ref.unitCode(), node);
        } else if (node instanceof ProcessDataRef ref) {
            checkReference(ref);
        } else {
            checkErrorsAndEvents(node);
        }
        return true;
    }

    private void checkReference(ProcessDataRef ref) {
        Datatype type = processData.get(ref.processDataId());
        ref.infos().forEach(info -> {
            unit(info.unitCode(), info);
            if (type != null && info.subindex() != null && lacks(type, info.subindex())) {
                findings.warning("dangling-subindex", line(info), walker.path(), "The process data \""
                        + ref.processDataId() + "\" has no item with subindex " + info.subindex() + ".");
            }
        });
    }

    private void checkErrorsAndEvents(IoddNode node) {
        if (node instanceof StdErrorTypeRef ref && ref.additionalCode() != null) {
            int code = ref.code() == null ? 128 : ref.code();
            if (standard.error(code, ref.additionalCode()) == null) {
                findings.warning("unknown-standard-error", line(node), walker.path(),
                        "The specification has no error type " + code + "/" + ref.additionalCode() + ".");
            }
            error(code, ref.additionalCode(), node);
        } else if (node instanceof ErrorType error && error.additionalCode() != null) {
            error(error.code() == null ? 129 : error.code(), error.additionalCode(), node);
        } else if (node instanceof StdEventRef ref && ref.code() != null) {
            if (standard.event(ref.code()) == null) {
                findings.warning("unknown-standard-event", line(node), walker.path(),
                        "The specification has no event " + ref.code() + ".");
            }
            event(ref.code(), node);
        } else if (node instanceof Event event && event.code() != null) {
            event(event.code(), node);
        }
    }

    private void error(int code, int additional, IoddNode node) {
        if (!errors.add(code << 8 | additional)) {
            findings.warning("duplicate-error", line(node), walker.path(),
                    "The error type " + code + "/" + additional + " is listed twice.");
        }
    }

    private void event(int code, IoddNode node) {
        if (!events.add(code)) {
            findings.warning("duplicate-event", line(node), walker.path(),
                    "The event " + code + " is listed twice.");
        }
    }

    private void subindex(String variableId, Integer subindex, IoddNode node) {
        ResolvedVariable variable = variableId == null || subindex == null ? null : variables.find(variableId);
        if (variable != null && variable.datatype() != null && lacks(variable.datatype(), subindex)) {
            findings.warning("dangling-subindex", line(node), walker.path(),
                    "The variable \"" + variableId + "\" has no item with subindex " + subindex + ".");
        }
    }

    /** True if a type is known to have no item of a subindex; of a union that none of the alternatives has it. */
    private boolean lacks(Datatype type, int subindex) {
        return switch (type.kind()) {
            case PROCESS_DATA_IN_UNION, PROCESS_DATA_OUT_UNION ->
                hasOnlyRecords && !processDataItems.contains(subindex);
            case ARRAY -> subindex < 1 || type.count() != null && subindex > type.count();
            case RECORD -> !items.computeIfAbsent(type, DescriptionCheck::subindices).contains(subindex);
            default -> false;
        };
    }

    private static Set<Integer> subindices(Datatype record) {
        return record.recordItems().stream().map(RecordItem::subindex).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private void unit(Integer code, IoddNode node) {
        if (code != null && StandardUnits.find(code) == null && !ownUnits.contains(code)) {
            findings.warning("unknown-unit", line(node), walker.path(),
                    "The unit code " + code + " is not in the unit table.");
        }
    }

    private static int line(IoddNode node) {
        return node.source().line();
    }
}
