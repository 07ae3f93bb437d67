package io.greenstack.api.description;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.ParameterRequests.Coded;
import io.greenstack.api.description.ParameterRequests.DecodeOctets;
import io.greenstack.api.description.ParameterRequests.EncodeValue;
import io.greenstack.api.description.ParameterRequests.ValidateValue;
import io.greenstack.api.description.ParameterRequests.ValidateValues;
import io.greenstack.api.description.ParameterRequests.Validation;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.descriptions.ParameterBook;
import io.greenstack.descriptions.ParameterBook.ValueForm;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterException;

/** Codes and checks values of parameters of stored descriptions for requests. */
@ApplicationScoped
public class ParameterCoding {

    private static final Pattern ITEM = Pattern.compile("(.+)[./](\\d{1,3})");

    private final DescriptionService descriptions;
    private final OpenDescriptions open;

    public ParameterCoding(DescriptionService descriptions, OpenDescriptions open) {
        this.descriptions = descriptions;
        this.open = open;
    }

    /**
     * The parameters of a description.
     *
     * @param kind kind it must have, null = any
     * @throws ApiException 404 when there is no such description, or it does not say how parameters are coded
     */
    public ParameterBook book(long id, String kind) {
        return open.of(descriptions.summary(id, kind)).parameters()
                .orElseThrow(() -> ApiException.unknownDescription(id));
    }

    /**
     * Octets of a value.
     *
     * @throws ApiException 404 or 422 when it cannot be coded
     */
    public Coded encode(ParameterBook book, String key, int subindex, EncodeValue request) {
        byte[] base = request.base() == null ? null : new Octets(request.base(), null, null).octets();
        return coded(() -> Coded.of(book.encode(key, subindex, request.value(),
                form(request.scaled(), request.unitCode()), base)));
    }

    /**
     * The value of octets.
     *
     * @throws ApiException 404 or 422 when they cannot be decoded
     */
    public Coded decode(ParameterBook book, String key, int subindex, DecodeOctets request) {
        return coded(() -> Coded.of(book.decode(key, subindex,
                new Octets(request.hex(), request.bytes(), request.base64()).octets(),
                form(request.scaled(), request.unitCode()))));
    }

    /** Checks a value. */
    public Validation validate(ParameterBook book, String key, int subindex, ValidateValue request) {
        return coded(() -> Validation.of(book.validate(key, subindex, request.value(),
                form(request.scaled(), request.unitCode()), !Boolean.FALSE.equals(request.forWriting()))));
    }

    /** Checks values together; an unknown parameter is an error of the answer. */
    public Validation validate(ParameterBook book, ValidateValues request) {
        boolean forWriting = !Boolean.FALSE.equals(request.forWriting());
        List<ParameterError> errors = new ArrayList<>();
        request.values().forEach((key, value) -> {
            Matcher item = ITEM.matcher(key);
            boolean whole = !item.matches() || book.find(key).isPresent();
            try {
                errors.addAll(book.validate(whole ? key : item.group(1),
                        whole ? 0 : Integer.parseInt(item.group(2)), value, ValueForm.RAW, forWriting));
            } catch (ParameterException e) {
                errors.add(e.error());
            }
        });
        return Validation.of(errors);
    }

    private static ValueForm form(Boolean scaled, Integer unitCode) {
        return new ValueForm(Boolean.TRUE.equals(scaled), unitCode);
    }

    private static <T> T coded(Supplier<T> coding) {
        try {
            return coding.get();
        } catch (ParameterException e) {
            ParameterError error = e.error();
            int status = error.code().equals(ParameterException.UNKNOWN_PARAMETER) ? 404 : 422;
            throw new ApiException(status, error.code(), error.message(),
                    List.of(new FieldError(error.field(), error.code(), error.message())));
        }
    }
}
