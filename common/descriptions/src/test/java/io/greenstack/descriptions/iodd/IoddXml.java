package io.greenstack.descriptions.iodd;

import java.nio.charset.StandardCharsets;

import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.reader.IoddReader.IoddReading;

/** Small IODDs for tests, put together from the parts that matter. */
public final class IoddXml {

    private String namespace = "http://www.io-link.com/IODD/2010/10";
    private String identity = "vendorId=\"65535\" deviceId=\"7\" vendorName=\"Test\"";
    private String datatypes = "";
    private String variables = "";
    private String processData = "";
    private String functions = "";
    private String references = "";
    private String menus = "";
    private String roles = "";
    private String texts = "";
    private String languages = "";
    private String tail = "";

    /** An IODD 1.1 without anything but an identity. */
    public static IoddXml v11() {
        return new IoddXml();
    }

    /** An IODD 1.0.1. */
    public static IoddXml v101() {
        IoddXml xml = new IoddXml();
        xml.namespace = "http://www.io-link.com/IODD/2009/11";
        return xml;
    }

    public IoddXml identity(String attributes) {
        this.identity = attributes;
        return this;
    }

    public IoddXml datatypes(String content) {
        this.datatypes = content;
        return this;
    }

    public IoddXml variables(String content) {
        this.variables = content;
        return this;
    }

    public IoddXml processData(String content) {
        this.processData = content;
        return this;
    }

    /** Input process data without condition. */
    public IoddXml in(int bits, String type) {
        return processData("<ProcessData id='P'><ProcessDataIn id='PI' bitLength='" + bits + "'>" + type
                + "<Name textId='TN_PI'/></ProcessDataIn></ProcessData>").text("TN_PI", "Input");
    }

    /** Error and event collections. */
    public IoddXml functions(String content) {
        this.functions = content;
        return this;
    }

    public IoddXml references(String content) {
        this.references = content;
        return this;
    }

    /** Menus; the observation menu of the observer is the first id. */
    public IoddXml menus(String observation, String content) {
        this.menus = content;
        this.roles = "<ObserverRoleMenuSet><IdentificationMenu menuId='" + observation
                + "'/></ObserverRoleMenuSet>";
        return this;
    }

    public IoddXml text(String id, String value) {
        this.texts += "<Text id='" + id + "' value='" + value + "'/>\n";
        return this;
    }

    /** Further languages. */
    public IoddXml languages(String content) {
        this.languages = content;
        return this;
    }

    /** What comes after the texts. */
    public IoddXml tail(String content) {
        this.tail = content;
        return this;
    }

    /** The file; each part begins on a line of its own. */
    @Override
    public String toString() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <IODevice xmlns="%s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <DocumentInfo version="V1.0" releaseDate="2026-01-31" copyright="none"/>
                <ProfileBody>
                <DeviceIdentity %s><DeviceName textId="T_Name"/></DeviceIdentity>
                <DeviceFunction>
                <DatatypeCollection>%s</DatatypeCollection>
                <VariableCollection>%s</VariableCollection>
                <ProcessDataCollection>%s</ProcessDataCollection>
                %s
                <UserInterface>
                <ProcessDataRefCollection>%s</ProcessDataRefCollection>
                <MenuCollection>%s</MenuCollection>
                %s
                </UserInterface>
                </DeviceFunction>
                </ProfileBody>
                <ExternalTextCollection>
                <PrimaryLanguage xml:lang="en">
                <Text id="T_Name" value="Test device"/>
                %s</PrimaryLanguage>
                %s
                </ExternalTextCollection>
                %s
                </IODevice>
                """.formatted(namespace, identity, datatypes, variables, processData, functions, references, menus,
                roles,
                texts, languages, tail);
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    public IoddReading read() {
        return read(bytes());
    }

    public IoddDescription model() {
        return read().model();
    }

    /** Reads a file that must be readable. */
    public static IoddReading read(byte[] bytes) {
        try {
            return IoddReader.read(bytes, IoddLimits.DEFAULT);
        } catch (IoddException e) {
            throw new AssertionError("line " + e.line() + ": " + e.getMessage(), e);
        }
    }
}
