using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>Objects of the module after Export-Clixml and Import-Clixml, Start-Job and remoting: the serializer is the same.</summary>
public class RoundTripTests
{
    private const string Everything = """
        {"jobId":"j","displayName":"night run","createdDateTime":"2025-12-14T18:51:53Z","lastUpdatedDateTime":"2025-12-14T18:52:21.5Z","expirationDateTime":"2025-12-15T18:51:53Z",
         "status":"partiallyCompleted","errors":[{"code":"Broken","message":"The job has a fault."}],
         "statistics":{"documentsCount":3,"validDocumentsCount":2,"erroneousDocumentsCount":1,"transactionsCount":4},
         "tasks":{"completed":2,"failed":1,"inProgress":0,"total":3,"items":[
          {"kind":"CustomEntityRecognitionLROResults","taskName":"ner","lastUpdateDateTime":"2025-12-14T18:52:12.2386385Z","status":"succeeded","results":{
            "statistics":{"documentsCount":3,"validDocumentsCount":2,"erroneousDocumentsCount":1,"transactionsCount":2},
            "documents":[{"id":"1","statistics":{"charactersCount":9,"transactionsCount":1},"detectedLanguage":{"name":"English","iso6391Name":"en","confidenceScore":0.9},
              "entities":[{"text":"ada","category":"Person","subcategory":"Poet","offset":4,"length":3,"confidenceScore":0.91},{"text":"x","category":"None","offset":0,"length":1,"tags":[ {"name":"n"} ]}],
              "warnings":[{"code":"LongWordsInDocument","message":"Words are long.","targetRef":"#/documents/0"}]}],
            "errors":[{"id":"2","error":{"code":"InvalidArgument","message":"Invalid.","innererror":{"code":"InvalidDocument","message":"Document text is empty.","target":"t"}}}],
            "projectName":"P","deploymentName":"D"}},
          {"kind":"CustomMultiLabelClassificationLROResults","status":"succeeded","results":{"documents":[{"id":"1","class":[{"category":"A","confidenceScore":0.5}],"warnings":[]}],"errors":[]}},
          {"kind":"PiiEntityRecognitionLROResults","status":"succeeded","results":{"documents":[{"redactedText":"*** in","id":"1","entities":[],"keyPhrases":["x", "\u00e9"]}],"errors":[],"modelVersion":"2023-04-15"}},
          {"kind":"CustomMultiLabelClassificationLROResults","taskName":"second","status":"failed"}]}}
        """;

    [Theory]
    [InlineData("$job")]
    [InlineData("$job.Tasks")]
    [InlineData("$job | Get-LanguageJobDocument")]
    [InlineData("$job | Get-LanguageJobEntity")]
    [InlineData("$job | Get-LanguageJobClass")]
    [InlineData("$job | Get-LanguageJobError")]
    [InlineData("$job.Statistics, $job.Tasks.Documents.Warnings, $job.Tasks.Documents.DetectedLanguage, $job.Tasks.Documents.Statistics | ForEach-Object { $_ } | Where-Object { $null -ne $_ }")]
    public void What_was_saved_arrives_as_the_same_object(string script)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Everything);
        var originals = session.Run($"$ErrorActionPreference = 'SilentlyContinue'; $job = Import-LanguageJob '{file.Path}'; {script}").Output;

        var copies = Array.ConvertAll(originals, item => PSObject.AsPSObject(PSSerializer.Deserialize(PSSerializer.Serialize(item))));

        Assert.NotEmpty(originals);
        Assert.All(originals.Zip(copies), pair => AssertSame(pair.First.BaseObject, pair.Second.BaseObject));
    }

    [Fact]
    public void What_arrived_before_the_module_was_loaded_is_read_by_the_commands()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Everything);
        var original = session.Run($"Import-LanguageJob '{file.Path}'").Of<LanguageJob>()[0];
        var xml = PSSerializer.Serialize(original);
        Runspace.DefaultRunspace = null;
        var bag = (PSObject)PSSerializer.Deserialize(xml);

        var tasks = session.Run("$input | Get-LanguageJobDocument -ErrorAction SilentlyContinue", bag).Of<LanguageDocument>();

        Assert.IsType<PSCustomObject>(bag.BaseObject);
        AssertSame(original.Tasks.SelectMany(task => task.Documents).ToArray(), tasks);
    }

    [Fact]
    public void Times_sort_and_compare_and_scopes_have_their_names()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Everything);

        var result = session.Run($$"""
            function Copy-Object { process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } }
            $job = Import-LanguageJob '{{file.Path}}' | Copy-Object
            $job.CreatedDateTime -lt $job.ExpirationDateTime
            $job.CreatedDateTime -gt [datetimeoffset]'2025-12-14T00:00:00Z'
            @($job | Get-LanguageJobError | Copy-Object | Where-Object Scope -eq Document).Count
            """).ThrowIfFailed();

        Assert.Equal([true, true, 1], result.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void What_someone_added_to_an_object_is_kept()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j"));
        var job = session.Run($"Import-LanguageJob '{file.Path}'").Output[0];
        job.Properties.Add(new PSNoteProperty("Owner", "Ada"));

        var copy = PSObject.AsPSObject(PSSerializer.Deserialize(PSSerializer.Serialize(job)));

        Assert.IsType<LanguageJob>(copy.BaseObject);
        Assert.Equal("Ada", copy.Properties["Owner"].Value);
    }

    [Fact]
    public void A_job_that_was_cut_off_when_it_was_saved_still_names_its_job()
    {
        using var session = new PowerShellSession();
        var bag = new PSObject();
        bag.TypeNames.Insert(0, "Deserialized.LanguageJobs.LanguageJob");
        foreach (var (name, value) in new (string, object)[] { ("JobId", "j"), ("IsWhole", true), ("Tasks", new ArrayList { "CustomEntityRecognition (succeeded)" }) })
            bag.Properties.Add(new PSNoteProperty(name, value));

        var (_, id) = session.Run("$input | Get-LanguageJobEntity", bag).SingleError();

        Assert.Equal("NotConnected", id);
    }

    [Fact]
    public void Document_ids_are_one_line_of_a_csv_file_and_a_list()
    {
        var ids = new LanguageDocumentIds(["a.txt", "b.txt"]);

        Assert.Equal("a.txt, b.txt", ids.ToString());
        Assert.Equal(["a.txt", "b.txt"], ids);
    }

    // Every property of every type, however deep: a new property that is not serialized fails here.
    private static void AssertSame(object? expected, object? actual)
    {
        if (expected is null || expected is string || expected.GetType().IsValueType)
        {
            Assert.Equal(expected, actual);
            return;
        }
        Assert.IsType(expected.GetType(), actual);
        if (expected is IEnumerable items)
        {
            var others = ((IEnumerable)actual!).Cast<object>().ToArray();
            Assert.Equal(items.Cast<object>().Count(), others.Length);
            Assert.All(items.Cast<object>().Zip(others), pair => AssertSame(pair.First, pair.Second));
            return;
        }
        Assert.All(expected.GetType().GetProperties(), property => AssertSame(property.GetValue(expected), property.GetValue(actual)));
    }
}
