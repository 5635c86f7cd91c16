// Checks PDF files by the machine rules of veraPDF, in the Rhino shell that its jar holds; run by verapdf.py.
//
// The arguments are flavours, and the paths come one a line, so that one virtual machine sees every file. Each file and
// flavour gives a line: PASS, FAIL or ERROR, the flavour, the path and what was found, with tabs between. The profiles are
// read here with the DOM of Java itself: veraPDF's own reader asks for a JAXB implementation, which no Java after 8 has.

var pdfa = Packages.org.verapdf.pdfa;
var Profiles = pdfa.validation.profiles.Profiles;
var Flavour = pdfa.flavours.PDFAFlavour;
var Specification = java.lang.Class.forName("org.verapdf.pdfa.flavours.PDFAFlavour$Specification");
var PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "2b": "PDFA-2B", "2u": "PDFA-2U"};
var out = new java.io.PrintStream(java.lang.System.out, true, "UTF-8");

function all(within, name) {
  var found = within.getElementsByTagName(name), elements = [];
  for (var at = 0; at < found.getLength(); at++) elements.push(found.item(at));
  return elements;
}

function words(within, name) {
  return all(within, name)[0].getTextContent();
}

function ruleOf(rule) {
  var id = all(rule, "id")[0], args = new java.util.ArrayList();
  all(rule, "argument").forEach(function (one) {
    args.add(pdfa.validation.profiles.ErrorArgumentImpl.fromValues(one.getTextContent(), one.getAttribute("name"), null));
  });
  var specification = java.lang.Enum.valueOf(Specification, id.getAttribute("specification"));
  return Profiles.ruleFromValues(
    Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), java.lang.Integer.parseInt(id.getAttribute("testNumber"))),
    rule.getAttribute("object"), java.lang.Boolean.valueOf(rule.getAttribute("deferred")), rule.getAttribute("tags"),
    words(rule, "description"), words(rule, "test"), Profiles.errorFromValues(words(rule, "message"), args),
    new java.util.ArrayList());
}

function profileOf(name) {
  var loader = java.lang.Thread.currentThread().getContextClassLoader();
  var file = loader.getResourceAsStream("org/verapdf/pdfa/validation/" + PROFILES[name] + ".xml");
  var read = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement();
  var rules = new java.util.HashSet(), variables = new java.util.HashSet();
  all(read, "rule").forEach(function (rule) { rules.add(ruleOf(rule)); });
  all(read, "variable").forEach(function (one) {
    variables.add(Profiles.variableFromValues(
      one.getAttribute("name"), one.getAttribute("object"), words(one, "defaultValue"), words(one, "value")));
  });
  var details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new java.util.Date(0));
  return Profiles.profileFromValues(Flavour.fromString(name), details, "", rules, variables);
}

function faultsOf(result) {
  var counts = new java.util.TreeMap(), assertions = result.getTestAssertions();
  for (var at = 0; at < assertions.size(); at++) {
    var tested = assertions.get(at), rule = tested.getRuleId();
    if (String(tested.getStatus().name()) !== "FAILED") continue;
    var told = rule.getClause() + "-" + rule.getTestNumber() + " " + tested.getMessage();
    counts.put(told, (counts.get(told) || 0) + 1);
  }
  var faults = [];
  for (var entry = counts.entrySet().iterator(); entry.hasNext();) {
    var one = entry.next();
    faults.push(Math.round(one.getValue()) + " times: " + one.getKey());
  }
  return faults;
}

function say(verdict, name, path, faults) {
  out.println([verdict, name, path].concat(faults.map(function (fault) { return fault.replace(/\s+/g, " "); })).join("\t"));
}

function check(path, name, profile) {
  var file = new java.io.FileInputStream(path);
  try {
    var foundry = pdfa.Foundries.defaultInstance();
    var parser = foundry.createParser(file, Flavour.fromString(name)), validator = foundry.createValidator(profile, false);
    var result = validator.validate(parser), faults = faultsOf(result);
    // A run that tested nothing has shown nothing.
    var isSound = result.isCompliant() && !faults.length && result.getTotalAssertions() > 0;
    say(isSound ? "PASS" : "FAIL", name, path, faults);
    validator.close();
    parser.close();
  } finally {
    file.close();
  }
}

Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var names = arguments, profiles = names.map(profileOf);
var paths = new java.io.BufferedReader(new java.io.InputStreamReader(java.lang.System["in"], "UTF-8"));
for (var path = paths.readLine(); path !== null; path = paths.readLine()) {
  names.forEach(function (name, at) {
    try {
      check(path, name, profiles[at]);
    } catch (fault) {
      say("ERROR", name, path, [String(fault)]);
    }
  });
}
