package lingbao.samples;

/** An invented person. */
record Person(String name, String idNumber, String category, String className) {}
