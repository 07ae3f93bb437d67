package io.greenstack.descriptions.iodd.model.shape;

import static io.greenstack.descriptions.iodd.model.shape.Lexical.LONG;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TEXT;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TOKEN;

import io.greenstack.descriptions.iodd.model.DocumentInfo;
import io.greenstack.descriptions.iodd.model.ExternalTextCollection;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.Language;
import io.greenstack.descriptions.iodd.model.Language.Text;
import io.greenstack.descriptions.iodd.model.Stamp;
import io.greenstack.descriptions.iodd.model.Stamp.Checker;
import io.greenstack.descriptions.iodd.model.TextElement;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.shape.Shape.Choice;

/** Shapes: texts, document information and stamp. */
public final class TextShapes {

    /** {@code TextRef}. */
    public static final Shape<TextRef> TEXT_REF = Shape.of(TextRef.class)
            .required("textId", TOKEN, TextRef::textId)
            .make(v -> new TextRef(v.next(), v.source()));

    static final Shape<TextElement> TEXT_ELEMENT = Shape.of(TextElement.class)
            .content(TextElement::text)
            .make(v -> new TextElement(v.next(), v.source()));

    static final Shape<DocumentInfo> DOCUMENT_INFO = Shape.of(DocumentInfo.class)
            .required("version", TOKEN, DocumentInfo::version)
            .required("releaseDate", TOKEN, DocumentInfo::releaseDate)
            .required("copyright", TEXT, DocumentInfo::copyright)
            .make(v -> new DocumentInfo(v.next(), v.next(), v.next(), v.source()));

    static final Shape<Text> TEXT_DEFINITION = Shape.of(Text.class)
            .named(Text::element)
            .required("id", TOKEN, Text::id)
            .required("value", TEXT, Text::value)
            .make(v -> new Text(v.next(), v.next(), v.next(), v.source()));

    static final Shape<Language> LANGUAGE = Shape.of(Language.class)
            .named(Language::element)
            .required("xml:lang", TOKEN, Language::lang)
            .children("texts", Language::texts, Choice.of("Text", () -> TextShapes.TEXT_DEFINITION),
                    Choice.of("TextRedefine", () -> TextShapes.TEXT_DEFINITION))
            .make(v -> new Language(v.next(), v.next(), v.next(), v.source()));

    static final Shape<ExternalTextCollection> EXTERNAL_TEXT_COLLECTION = Shape.of(ExternalTextCollection.class)
            .children("languages", ExternalTextCollection::languages,
                    Choice.of("PrimaryLanguage", () -> TextShapes.LANGUAGE),
                    Choice.of("Language", () -> TextShapes.LANGUAGE))
            .make(v -> new ExternalTextCollection(v.next(), v.source()));

    static final Shape<Checker> CHECKER = Shape.of(Checker.class)
            .required("name", TEXT, Checker::name)
            .required("version", TOKEN, Checker::version)
            .make(v -> new Checker(v.next(), v.next(), v.source()));

    static final Shape<Stamp> STAMP = Shape.of(Stamp.class)
            .required("crc", LONG, Stamp::crc)
            .child("Checker", () -> TextShapes.CHECKER, Stamp::checker)
            .make(v -> new Stamp(v.next(), v.next(), v.source()));

    /** {@code ExternalTextDocument}. */
    public static final Shape<ExternalTextDocument> EXTERNAL_TEXT_DOCUMENT = Shape.of(ExternalTextDocument.class)
            .optional("xsi:schemaLocation", TEXT, ExternalTextDocument::schemaLocation)
            .optionalChild("DocumentInfo", () -> TextShapes.DOCUMENT_INFO, ExternalTextDocument::documentInfo)
            .child("Language", () -> TextShapes.LANGUAGE, ExternalTextDocument::language)
            .child("Stamp", () -> TextShapes.STAMP, ExternalTextDocument::stamp)
            .make(v -> new ExternalTextDocument(v.next(), v.next(), v.next(), v.next(), v.source()));

    private TextShapes() {}
}
