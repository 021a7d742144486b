package io.hindcast.connector.jdbc.guess;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What a column may be of an event, with the names that people give to it: in English and in German, without case and
/// underscores.
enum Role {
    STREAM(
            "stream",
            "stream streamid streamname aggregateid aggregateidentifier aggregate entityid entity accountid account"
                    + " device deviceid productid itemid contractid objectid subjectid ownerid customerid orderid konto kontonr kontonummer vertrag vertragsnummer"
                    + " beleg belegnummer"),
    VERSION(
            "version",
            "version revision sequence sequencenumber seq seqno seqnr streamversion streamposition aggregateversion"
                    + " lineno line laufnummer lfdnr zeile"),
    POSITION(
            "position",
            "position globalposition globalindex globalsequence ordinal offset entryno entryid eventno number nr nummer id"),
    ID("id", "eventid id uuid guid messageid eventuuid eventguid"),
    TYPE(
            "type",
            "type eventtype eventname event messagetype kind action operation name what art vorgang ereignis buchungsart"
                    + " vorgangsart"),
    RECORDED(
            "recorded",
            "recordedat recorded createdat created storedat insertedat occurredat occurredon loggedat timestamp time at"
                    + " eventtime bookedat entrytime ts changedat modifiedat happenedat loggedon createdon zeitpunkt erfasst erfasstam gebuchtam zeit datum"),
    DATA("data", "data payload body eventdata eventbody content event json state inhalt daten"),
    METADATA("metadata", "metadata meta headers header context eventmetadata");

    /// Ends of names of ids, and beginnings of those that name somebody or something else than the thing itself.
    private static final Pattern ID_NAME = Pattern.compile(
            "(?!user|actor|tenant|correlation|causation|parent|session|request|trace|created|changed|modified).*(id|nr|number|nummer|key|uuid|guid)");

    /// In the order in which a person looks at them; a category is never guessed, and may be said.
    static final List<String> KEYS =
            List.of("stream", "category", "version", "position", "id", "type", "recorded", "data", "metadata");

    private final String key;
    private final List<String> names;

    Role(String key, String names) {
        this.key = key;
        this.names = Arrays.asList(names.split(" "));
    }

    /// As layout files call it.
    String key() {
        return key;
    }

    /// Whether a column's name is that of something's id.
    static boolean looksLikeId(ColumnSample column) {
        return ID_NAME.matcher(column.plainName()).matches();
    }

    /// How well a column's name says this: the more, the earlier the name stands in the list; 0 for not at all.
    int saidBy(ColumnSample column) {
        int place = names.indexOf(column.plainName());
        if (place >= 0) {
            return 2 * names.size() - place;
        }
        return names.stream().anyMatch(name -> name.length() > 3 && column.plainName().contains(name)) ? 1 : 0;
    }
}
