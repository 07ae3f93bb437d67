package io.greenstack.api.iodd.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.description.Octets;
import io.greenstack.api.iodd.parameter.ParameterRequests.Coded;
import io.greenstack.api.iodd.parameter.ParameterRequests.CodedItem;
import io.greenstack.api.iodd.parameter.ParameterRequests.DecodeOctets;
import io.greenstack.api.iodd.parameter.ParameterRequests.EncodeValue;
import io.greenstack.api.iodd.parameter.ParameterRequests.ValidateValue;
import io.greenstack.api.iodd.parameter.ParameterRequests.ValidateValues;
import io.greenstack.api.iodd.parameter.ParameterRequests.Validation;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.iodd.parameter.AllowedValues;
import io.greenstack.descriptions.iodd.parameter.Parameter;
import io.greenstack.descriptions.iodd.parameter.ParameterCatalog;
import io.greenstack.descriptions.iodd.parameter.ParameterCodec;
import io.greenstack.descriptions.iodd.parameter.ParameterItem;
import io.greenstack.descriptions.iodd.parameter.ParameterScale;
import io.greenstack.descriptions.iodd.parameter.ParameterType;
import io.greenstack.descriptions.iodd.parameter.ParameterValidator;

/** Codes and checks values of parameters of stored descriptions for requests. */
@ApplicationScoped
public class ParameterCoding {

    private static final Pattern ITEM = Pattern.compile("(.+)\\.(\\d{1,3})");

    private final ParameterService service;

    @Inject
    public ParameterCoding(ParameterService service) {
        this.service = service;
    }

    /**
     * Octets of a value.
     *
     * @throws ApiException 404 or 422 when it cannot be coded
     */
    public Coded encode(long id, String key, int subindex, EncodeValue request) {
        try {
            Parameter parameter = service.catalog(id).get(key);
            boolean scaled = Boolean.TRUE.equals(request.scaled());
            JsonNode raw = raw(parameter, subindex, request.value(), scaled, request.unitCode());
            byte[] base = request.base() == null ? null : new Octets(request.base(), null, null).octets();
            byte[] octets = ParameterCodec.encode(parameter, subindex, raw, base);
            return coded(parameter, subindex, octets, scaled, request.unitCode());
        } catch (ParameterException e) {
            throw problem(e);
        }
    }

    /**
     * The value of octets.
     *
     * @throws ApiException 404 or 422 when they cannot be decoded
     */
    public Coded decode(long id, String key, int subindex, DecodeOctets request) {
        try {
            Parameter parameter = service.catalog(id).get(key);
            byte[] octets = new Octets(request.hex(), request.bytes(), request.base64()).octets();
            return coded(parameter, subindex, octets, Boolean.TRUE.equals(request.scaled()), request.unitCode());
        } catch (ParameterException e) {
            throw problem(e);
        }
    }

    /** Checks a value. */
    public Validation validate(long id, String key, int subindex, ValidateValue request) {
        try {
            Parameter parameter = service.catalog(id).get(key);
            return validate(parameter, subindex, request);
        } catch (ParameterException e) {
            throw problem(e);
        }
    }

    private static Validation validate(Parameter parameter, int subindex, ValidateValue request) {
        try {
            JsonNode raw = raw(parameter, subindex, request.value(), Boolean.TRUE.equals(request.scaled()),
                    request.unitCode());
            return Validation.of(ParameterValidator.validate(parameter, subindex, raw,
                    !Boolean.FALSE.equals(request.forWriting())));
        } catch (ParameterException e) {
            return Validation.of(List.of(e.error()));
        }
    }

    Validation validate(long id, ValidateValues request) {
        ParameterCatalog catalog = service.catalog(id);
        List<ParameterError> errors = new ArrayList<>();
        request.values().forEach((key, value) -> {
            Matcher item = ITEM.matcher(key);
            boolean whole = catalog.find(key).isPresent() || !item.matches();
            try {
                Parameter parameter = catalog.get(whole ? key : item.group(1));
                errors.addAll(ParameterValidator.validate(parameter, whole ? 0 : Integer.parseInt(item.group(2)), value,
                        !Boolean.FALSE.equals(request.forWriting())));
            } catch (ParameterException e) {
                errors.add(e.error());
            }
        });
        return Validation.of(errors);
    }

    private static JsonNode raw(Parameter parameter, int subindex, JsonNode value, boolean scaled, Integer unitCode) {
        return scaled ? ParameterCodec.scaled(parameter, subindex, value, unitCode, true) : value;
    }

    private static Coded coded(Parameter parameter, int subindex, byte[] octets, boolean scaled, Integer unitCode) {
        JsonNode value = ParameterCodec.decode(parameter, subindex, octets);
        Octets notations = Octets.of(octets);
        ParameterItem item = subindex == 0 ? null : ParameterCodec.item(parameter, subindex);
        ParameterScale scale = scaled ? parameter.scale(subindex, unitCode) : null;
        return new Coded(parameter.variableId(), parameter.index(), subindex,
                item == null || item.name().isEmpty() ? parameter.name() : item.name(),
                (item == null ? parameter.type() : item.type()).kind().xsiType(), notations.hex(), notations.bytes(),
                notations.base64(), value,
                scaled ? ParameterCodec.scaled(parameter, subindex, value, unitCode, false) : null,
                scale == null ? null : scale.unit(), items(parameter, subindex, value, scaled, unitCode));
    }

    private static List<CodedItem> items(Parameter parameter, int subindex, JsonNode value, boolean scaled,
            Integer unitCode) {
        if (subindex != 0) {
            ParameterItem item = ParameterCodec.item(parameter, subindex);
            return List.of(item(parameter, subindex, item.name(), item.type(), value, scaled, unitCode));
        }
        if (!parameter.hasItems()) {
            return List.of(item(parameter, 0, parameter.name(), parameter.type(), value, scaled, unitCode));
        }
        return parameter.type().items().stream().map(item -> item(parameter, item.subindex(), item.name(), item.type(),
                value.isArray() ? value.get(item.subindex() - 1) : value.get(Integer.toString(item.subindex())), scaled,
                unitCode)).toList();
    }

    private static CodedItem item(Parameter parameter, int subindex, String name, ParameterType type, JsonNode value,
            boolean scaled, Integer unitCode) {
        BigDecimal number = value.isBoolean()
                ? value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO
                : value.isNumber() ? value.decimalValue() : null;
        AllowedValues.Single single = number == null ? null : type.allowed().single(number);
        boolean special = number != null && type.allowed().isSpecial(number);
        ParameterScale scale = scaled && !special ? parameter.scale(subindex, unitCode) : null;
        return new CodedItem(subindex, name.isEmpty() ? null : name, type.kind().xsiType(), value,
                scale == null || !value.isNumber()
                        ? null
                        : ParameterCodec.scaled(parameter, subindex, value, unitCode, false),
                scale == null ? null : scale.unit(), single == null || single.name().isEmpty() ? null : single.name(),
                special ? Boolean.TRUE : null);
    }

    private static ApiException problem(ParameterException e) {
        ParameterError error = e.error();
        int status = error.code().equals(ParameterException.UNKNOWN_PARAMETER) ? 404 : 422;
        return new ApiException(status, error.code(), error.message(),
                List.of(new FieldError(error.field(), error.code(), error.message())));
    }
}
