package io.greenstack.descriptions.iodd;

import java.util.Optional;

import io.greenstack.descriptions.ErrorText;
import io.greenstack.descriptions.iodd.model.ErrorEntry.ErrorType;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.standard.IoddTexts;

/** The errors of a vendor in an IODD; those of the standard are known without it. */
final class IoddErrors {

    /** The error code of vendors, where an entry has none (IODD specification, ErrorTypeCollection). */
    private static final int VENDOR_CODE = 129;

    private IoddErrors() {}

    /** The first entry of an error type. */
    static Optional<ErrorText> find(IoddDescription model, int type, String language) {
        IoddTexts texts = IoddTexts.of(model, language);
        return model.errorTypes().stream().filter(ErrorType.class::isInstance).map(ErrorType.class::cast)
                .filter(error -> error.additionalCode() != null && type(error) == type)
                .map(error -> new ErrorText(texts.text(error.name()), texts.text(error.description())))
                .filter(text -> text.name() != null).findFirst();
    }

    private static int type(ErrorType error) {
        return (error.code() == null ? VENDOR_CODE : error.code()) << 8 | error.additionalCode();
    }
}
