package io.greenstack.descriptions.iodd.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;
import io.greenstack.descriptions.iodd.standard.IoddUnits;
import io.greenstack.descriptions.iodd.standard.IoddVariables;
import io.greenstack.descriptions.iodd.standard.IoddVariables.ResolvedVariable;

/** The parameters of a description: its variables, standard ones included. Immutable. */
public final class ParameterCatalog {

    private final Map<String, Parameter> byId = new LinkedHashMap<>();

    private ParameterCatalog() {}

    /** The parameters of a description. */
    public static ParameterCatalog of(IoddDescription description) {
        IoddDatatypes datatypes = IoddDatatypes.of(description);
        ParameterCompiler compiler = new ParameterCompiler(description, datatypes, scales(description));
        ParameterCatalog catalog = new ParameterCatalog();
        for (ResolvedVariable variable : IoddVariables.of(description, datatypes).all()) {
            catalog.byId.put(variable.id(), compiler.compile(variable));
        }
        return catalog;
    }

    private static Map<String, List<ParameterScale>> scales(IoddDescription description) {
        IoddUnits units = IoddUnits.of(description);
        Map<String, List<ParameterScale>> scales = new HashMap<>();
        description.menus().stream().flatMap(Menu::dataItems)
                .filter(ref -> ref.variableId() != null && !ref.isBare()
                        && (ref.gradient() == null || ref.gradient().signum() != 0))
                .forEach(ref -> {
                    ParameterScale scale = new ParameterScale(ref.subindex() == null ? 0 : ref.subindex(),
                            ref.gradient() == null ? BigDecimal.ONE : ref.gradient(),
                            ref.offset() == null ? BigDecimal.ZERO : ref.offset(), ref.unitCode(),
                            units.symbol(ref.unitCode()));
                    List<ParameterScale> known = scales.computeIfAbsent(ref.variableId(), id -> new ArrayList<>());
                    if (!known.contains(scale)) {
                        known.add(scale);
                    }
                });
        return scales;
    }

    /** All parameters in document order. */
    public Collection<Parameter> all() {
        return byId.values();
    }

    /**
     * A parameter by its variable id, by its ISDU index in digits, or by its name in the primary language if no other
     * has that name.
     */
    public Optional<Parameter> find(String key) {
        Parameter parameter = byId.get(key);
        if (parameter != null) {
            return Optional.of(parameter);
        }
        if (key.matches("\\d{1,5}")) {
            return byIndex(Integer.parseInt(key));
        }
        List<Parameter> named = byId.values().stream().filter(candidate -> candidate.name().equals(key)).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** A parameter by its ISDU index; the first in document order where several show one index (overlays of index 1). */
    public Optional<Parameter> byIndex(int index) {
        return byId.values().stream().filter(parameter -> parameter.index() != null && parameter.index() == index)
                .findFirst();
    }

    /**
     * A parameter that must be there.
     *
     * @throws ParameterException {@link ParameterException#UNKNOWN_PARAMETER}
     */
    public Parameter get(String key) {
        return find(key).orElseThrow(() -> new ParameterException(key, ParameterException.UNKNOWN_PARAMETER,
                "The description has no parameter \"" + key + "\" (variable id, index or unique name)."));
    }
}
