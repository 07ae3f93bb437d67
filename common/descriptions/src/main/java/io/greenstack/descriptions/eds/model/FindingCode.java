package io.greenstack.descriptions.eds.model;

/** The codes of findings. They are stable: clients may count and filter by them. */
public final class FindingCode {

    /** A string does not end before the line ends. */
    public static final String UNTERMINATED_STRING = "EDS.SYNTAX.UNTERMINATED_STRING";
    /** A string goes on over the end of the line. */
    public static final String MULTI_LINE_STRING = "EDS.SYNTAX.MULTI_LINE_STRING";
    /** An entry does not end with a semicolon. */
    public static final String MISSING_SEMICOLON = "EDS.SYNTAX.MISSING_SEMICOLON";
    /** Two fields without a comma between them. */
    public static final String MISSING_COMMA = "EDS.SYNTAX.MISSING_COMMA";
    /** Text that belongs to no entry. */
    public static final String UNEXPECTED_TEXT = "EDS.SYNTAX.UNEXPECTED_TEXT";
    /** A semicolon that ends nothing. */
    public static final String STRAY_SEMICOLON = "EDS.SYNTAX.STRAY_SEMICOLON";
    /** Braces that do not pair. */
    public static final String UNBALANCED_BRACES = "EDS.SYNTAX.UNBALANCED_BRACES";
    /** Text before the first section. */
    public static final String TEXT_BEFORE_SECTION = "EDS.SYNTAX.TEXT_BEFORE_SECTION";
    /** There were more findings than are kept. */
    public static final String TOO_MANY_FINDINGS = "EDS.SYNTAX.TOO_MANY_FINDINGS";
    /** A section occurs twice. */
    public static final String DUPLICATE_SECTION = "EDS.SECTION.DUPLICATE";
    /** A section that every file must have is missing. */
    public static final String MISSING_SECTION = "EDS.SECTION.MISSING";
    /** A keyword occurs twice in a section. */
    public static final String DUPLICATE_KEY = "EDS.ENTRY.DUPLICATE_KEY";
    /** An entry of [File] that every file must have is missing. */
    public static final String FILE_MISSING_ENTRY = "EDS.FILE.MISSING_ENTRY";
    /** A date or time that cannot be understood. */
    public static final String FILE_BAD_DATE = "EDS.FILE.BAD_DATE";
    /** A revision that is not {@code major.minor}. */
    public static final String FILE_BAD_REVISION = "EDS.FILE.BAD_REVISION";
    /** {@code VendCode} is missing or no number. */
    public static final String MISSING_VENDOR_CODE = "EDS.DEVICE.MISSING_VENDOR_CODE";
    /** {@code VendName} is missing. */
    public static final String MISSING_VENDOR_NAME = "EDS.DEVICE.MISSING_VENDOR_NAME";
    /** {@code ProdType} is missing or no number. */
    public static final String MISSING_PRODUCT_TYPE = "EDS.DEVICE.MISSING_PRODUCT_TYPE";
    /** {@code ProdTypeStr} is missing. */
    public static final String MISSING_PRODUCT_TYPE_NAME = "EDS.DEVICE.MISSING_PRODUCT_TYPE_STR";
    /** {@code ProdCode} is missing or no number. */
    public static final String MISSING_PRODUCT_CODE = "EDS.DEVICE.MISSING_PRODUCT_CODE";
    /** {@code ProdName} is missing. */
    public static final String MISSING_PRODUCT_NAME = "EDS.DEVICE.MISSING_PRODUCT_NAME";
    /** {@code MajRev} or {@code MinRev} is missing or no number. */
    public static final String MISSING_REVISION = "EDS.DEVICE.MISSING_REVISION";
    /** {@code Catalog} is missing. */
    public static final String MISSING_CATALOG = "EDS.DEVICE.MISSING_CATALOG_NUMBER";
    /** {@code IconContents} is no Base64. */
    public static final String BAD_ICON = "EDS.DEVICE.BAD_ICON";
    /** No classification says EtherNetIP. */
    public static final String NOT_CLASSIFIED = "EDS.DEVICE.NOT_CLASSIFIED_ETHERNETIP";
    /** A parameter without a name. */
    public static final String PARAM_MISSING_NAME = "EDS.PARAMS.MISSING_NAME";
    /** A parameter whose data type is missing or unknown. */
    public static final String PARAM_UNKNOWN_TYPE = "EDS.PARAMS.UNKNOWN_TYPE";
    /** A parameter whose declared size is not that of its type. */
    public static final String PARAM_SIZE = "EDS.PARAMS.SIZE_DISAGREES_WITH_TYPE";
    /** A parameter whose minimum is above its maximum, or whose default is outside. */
    public static final String PARAM_RANGE = "EDS.PARAMS.RANGE";
    /** A parameter with fewer fields than its type and name need. */
    public static final String PARAM_TOO_SHORT = "EDS.PARAMS.TOO_FEW_FIELDS";
    /** Scaling factors without the scaling bit in the descriptor. */
    public static final String PARAM_SCALING_FLAG = "EDS.PARAMS.SCALING_WITHOUT_FLAG";
    /** A scaling factor comes from a parameter that does not exist. */
    public static final String PARAM_SCALING_LINK = "EDS.PARAMS.SCALING_LINK";
    /** The length of a link path is not the declared one. */
    public static final String PARAM_PATH_SIZE = "EDS.PARAMS.LINK_PATH_SIZE";
    /** An enumeration without its parameter. */
    public static final String ENUM_WITHOUT_PARAM = "EDS.ENUMS.NO_PARAMETER";
    /** An enumeration value that is no whole number. */
    public static final String ENUM_BAD_VALUE = "EDS.ENUMS.BAD_VALUE";
    /** A value occurs twice in an enumeration. */
    public static final String ENUM_DUPLICATE = "EDS.ENUMS.DUPLICATE_VALUE";
    /** A reference to an entry that does not exist. */
    public static final String DANGLING_REFERENCE = "EDS.REFERENCE.DANGLING";
    /** A reference that is no reference. */
    public static final String BAD_REFERENCE = "EDS.REFERENCE.MALFORMED";
    /** A group with another number of members than declared. */
    public static final String GROUP_COUNT = "EDS.GROUPS.COUNT";
    /** The members of an assembly do not fill its declared size. */
    public static final String ASSEMBLY_SIZE = "EDS.ASSEMBLY.SIZE_DISAGREES_WITH_MEMBERS";
    /** The sizes of the members are octets where bits are meant. */
    public static final String ASSEMBLY_OCTETS = "EDS.ASSEMBLY.SIZES_IN_OCTETS";
    /** A member is wider than its parameter. */
    public static final String MEMBER_WIDER = "EDS.ASSEMBLY.MEMBER_WIDER_THAN_PARAMETER";
    /** The data type of a member says nothing about its layout: it is given as octets. */
    public static final String MEMBER_OCTETS = "EDS.ASSEMBLY.MEMBER_AS_OCTETS";
    /** A member whose size is unknown: what follows cannot be placed. */
    public static final String MEMBER_SIZE = "EDS.ASSEMBLY.MEMBER_SIZE_UNKNOWN";
    /** An assembly contains itself, or is nested too deep. */
    public static final String ASSEMBLY_NESTING = "EDS.ASSEMBLY.NESTING";
    /** An assembly without any described member. */
    public static final String ASSEMBLY_OPAQUE = "EDS.ASSEMBLY.NOT_DESCRIBED";
    /** An assembly whose length depends on a parameter. */
    public static final String ASSEMBLY_VARIABLE = "EDS.ASSEMBLY.VARIABLE_SIZE";
    /** An assembly that is larger than a connection can carry. */
    public static final String ASSEMBLY_TOO_LARGE = "EDS.ASSEMBLY.TOO_LARGE";
    /** A connection with fewer fields than it needs. */
    public static final String CONNECTION_TOO_SHORT = "EDS.CONNECTIONS.TOO_FEW_FIELDS";
    /** A connection without a name. */
    public static final String CONNECTION_MISSING_NAME = "EDS.CONNECTIONS.MISSING_NAME";
    /** A connection without a path, or with one that cannot be understood. */
    public static final String CONNECTION_PATH = "EDS.CONNECTIONS.PATH";
    /** The size of a connection is not that of its assembly. */
    public static final String CONNECTION_SIZE = "EDS.CONNECTIONS.SIZE_DISAGREES_WITH_ASSEMBLY";
    /** No number of message connections. */
    public static final String CAPACITY_NO_MESSAGES = "EDS.CAPACITY.NO_MSG_CONNECTIONS";

    private FindingCode() {}
}
