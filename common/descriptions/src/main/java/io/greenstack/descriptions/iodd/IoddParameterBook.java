package io.greenstack.descriptions.iodd;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.descriptions.ParameterBook;
import io.greenstack.descriptions.ParameterBook.CodedParameter;
import io.greenstack.descriptions.ParameterBook.ParameterAddress;
import io.greenstack.descriptions.ParameterBook.ValueForm;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.parameter.AllowedValues;
import io.greenstack.descriptions.iodd.parameter.Parameter;
import io.greenstack.descriptions.iodd.parameter.ParameterCatalog;
import io.greenstack.descriptions.iodd.parameter.ParameterCodec;
import io.greenstack.descriptions.iodd.parameter.ParameterItem;
import io.greenstack.descriptions.iodd.parameter.ParameterScale;
import io.greenstack.descriptions.iodd.parameter.ParameterType;
import io.greenstack.descriptions.iodd.parameter.ParameterValidator;

/** The variables of an IODD. */
record IoddParameterBook(ParameterCatalog catalog) implements ParameterBook {

    @Override
    public Optional<ParameterAddress> find(String key) {
        return catalog.find(key).map(found -> new ParameterAddress(found.variableId(), found.index()));
    }

    @Override
    public void checkReadable(String key, int subindex) {
        Parameter parameter = catalog.get(key);
        ParameterItem item = subindex == 0 || parameter.type() == null ? null : parameter.type().item(subindex);
        if (subindex != 0 && item == null) {
            throw new ParameterException("subindex", ParameterException.UNKNOWN_ITEM,
                    parameter.variableId() + " has no subindex " + subindex + '.');
        }
        if (item != null && !parameter.type().subindexAccess()) {
            throw new ParameterException("subindex", ParameterException.NO_SUBINDEX_ACCESS,
                    "The device answers only with the whole of " + parameter.variableId() + '.');
        }
        if (parameter.access() == AccessRights.WO || item != null && item.access() == AccessRights.WO) {
            throw new ParameterException("parameter", ParameterException.WRITE_ONLY,
                    parameter.variableId() + (item == null ? "" : "/" + subindex) + " cannot be read.");
        }
    }

    @Override
    public CodedParameter encode(String key, int subindex, JsonNode value, ValueForm form, byte[] base) {
        Parameter parameter = catalog.get(key);
        return coded(parameter, subindex, ParameterCodec.encode(parameter, subindex,
                raw(parameter, subindex, value, form), base), form);
    }

    @Override
    public CodedParameter decode(String key, int subindex, byte[] octets, ValueForm form) {
        return coded(catalog.get(key), subindex, octets, form);
    }

    @Override
    public List<ParameterError> validate(String key, int subindex, JsonNode value, ValueForm form,
            boolean forWriting) {
        Parameter parameter = catalog.get(key);
        try {
            return ParameterValidator.validate(parameter, subindex, raw(parameter, subindex, value, form), forWriting);
        } catch (ParameterException e) {
            return List.of(e.error());
        }
    }

    private static JsonNode raw(Parameter parameter, int subindex, JsonNode value, ValueForm form) {
        return form.scaled() ? ParameterCodec.scaled(parameter, subindex, value, form.unitCode(), true) : value;
    }

    private static CodedParameter coded(Parameter parameter, int subindex, byte[] octets, ValueForm form) {
        JsonNode value = ParameterCodec.decode(parameter, subindex, octets);
        ParameterItem item = subindex == 0 ? null : ParameterCodec.item(parameter, subindex);
        ParameterType type = item == null ? parameter.type() : item.type();
        ParameterScale scale = form.scaled() ? parameter.scale(subindex, form.unitCode()) : null;
        return new CodedParameter(parameter.variableId(), parameter.index(), subindex,
                item == null || item.name().isEmpty() ? parameter.name() : item.name(), type.kind().xsiType(), octets,
                value, form.scaled() ? scaled(parameter, subindex, value, form) : null,
                scale == null ? null : scale.unit(), items(parameter, item, value, octets, form));
    }

    private static List<CodedParameter.Item> items(Parameter parameter, ParameterItem item, JsonNode value,
            byte[] octets, ValueForm form) {
        if (item != null) {
            return List.of(item(parameter, item.subindex(), item.name(), item.type(), value,
                    ParameterCodec.status(parameter, item, false, octets), form));
        }
        if (!parameter.hasItems()) {
            return List.of(item(parameter, 0, parameter.name(), parameter.type(), value,
                    ParameterCodec.status(parameter, null, true, octets), form));
        }
        return parameter.type().items().stream().map(one -> item(parameter, one.subindex(), one.name(), one.type(),
                value.isArray() ? value.get(one.subindex() - 1) : value.get(Integer.toString(one.subindex())),
                ParameterCodec.status(parameter, one, true, octets), form))
                .toList();
    }

    private static CodedParameter.Item item(Parameter parameter, int subindex, String name, ParameterType type,
            JsonNode value, String status, ValueForm form) {
        BigDecimal number = value.isBoolean()
                ? value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO
                : value.isNumber() ? value.decimalValue() : null;
        AllowedValues.Single single = number == null ? null : type.allowed().single(number);
        boolean special = number != null && type.allowed().isSpecial(number);
        ParameterScale scale = form.scaled() && !special ? parameter.scale(subindex, form.unitCode()) : null;
        return new CodedParameter.Item(subindex, name.isEmpty() ? null : name, type.kind().xsiType(), value,
                scale == null || !value.isNumber() ? null : scaled(parameter, subindex, value, form),
                scale == null ? null : scale.unit(), single == null || single.name().isEmpty() ? null : single.name(),
                special, status);
    }

    private static JsonNode scaled(Parameter parameter, int subindex, JsonNode value, ValueForm form) {
        return ParameterCodec.scaled(parameter, subindex, value, form.unitCode(), false);
    }
}
