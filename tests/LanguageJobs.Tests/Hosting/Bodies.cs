using System.Globalization;

namespace LanguageJobs.Tests.Hosting;

/// <summary>Bodies of jobs, written for the tests in the forms that the service has.</summary>
public static class Bodies
{
    /// <summary>The form of the public documentation: <c>tasks.tasks</c>, <c>details</c>, <c>name</c>, <c>completed</c>.</summary>
    public const string DocumentedEntities = """
        {
            "createdDateTime": "2021-05-19T14:32:25.578Z",
            "displayName": "MyJobName",
            "expirationDateTime": "2021-05-19T14:32:25.578Z",
            "jobId": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
            "lastUpdateDateTime": "2021-05-19T14:32:25.578Z",
            "status": "completed",
            "errors": [],
            "tasks": {
                "details": {
                    "name": "{JOB-NAME}",
                    "lastUpdateDateTime": "2021-03-29T19:50:23Z",
                    "status": "completed"
                },
                "completed": 1,
                "failed": 0,
                "inProgress": 0,
                "total": 1,
                "tasks": {
            "customEntityRecognitionTasks": [
                {
                    "lastUpdateDateTime": "2021-05-19T14:32:25.579Z",
                    "name": "{JOB-NAME}",
                    "status": "completed",
                    "results": {
                        "documents": [
                            {
                                "id": "{DOC-ID}",
                                "entities": [
                                    {
                                        "text": "Government",
                                        "category": "restaurant_name",
                                        "offset": 23,
                                        "length": 10,
                                        "confidenceScore": 0.0551877357
                                    }
                                ],
                                "warnings": []
                            },
                            {
                                "id": "{DOC-ID}",
                                "entities": [
                                    {
                                        "text": "David Schmidt",
                                        "category": "artist",
                                        "offset": 0,
                                        "length": 13,
                                        "confidenceScore": 0.8022353
                                    }
                                ],
                                "warnings": []
                            }
                        ],
                        "errors": [],
                        "statistics": {
                            "documentsCount":0,
                            "validDocumentsCount":0,
                            "erroneousDocumentsCount":0,
                            "transactionsCount":0
                        }
                            }
                        }
                    ]
                }
            }
        }
        """;

    /// <summary>The same without its last brace, as the documentation prints it.</summary>
    public static string DocumentedEntitiesWithoutBrace => DocumentedEntities[..DocumentedEntities.LastIndexOf('}')].TrimEnd();

    /// <summary>A job of v3.2-preview.2 with one entity task; one document for each id, one entity in each.</summary>
    public static string V3(string jobId, string status = "succeeded", string? nextLink = null, string errors = "[]", params string[] documentIds)
    {
        var documents = string.Join(",", documentIds.Select(id => $$$"""
            {"id":"{{{id}}}","entities":[{"text":"word of {{{id}}}","category":"thing","offset":0,"length":9,"confidenceScore":0.9}],"warnings":[]}
            """));
        var link = nextLink is null ? "" : $",\"@nextLink\":\"{nextLink}\"";
        return $$$"""
            {"jobId":"{{{jobId}}}","lastUpdateDateTime":"2021-12-14T18:52:21Z","createdDateTime":"2021-12-14T18:51:53Z","expirationDateTime":"2021-12-15T18:51:53Z",
             "status":"{{{status}}}","errors":[],"tasks":{"completed":1,"failed":0,"inProgress":0,"total":1,
             "customEntityRecognitionTasks":[{"lastUpdateDateTime":"2021-12-14T18:52:12.2386385Z","taskName":"ner","state":"succeeded",
             "results":{"documents":[{{{documents}}}],"errors":{{{errors}}},"projectName":"P","deploymentName":"D"}}]}{{{link}}}}
            """;
    }

    /// <summary>A failed document, as it stands in a task's errors.</summary>
    public static string DocumentError(string id) => $$$$"""
        {"id":"{{{{id}}}}","error":{"code":"InvalidArgument","message":"Invalid document in request.","innererror":{"code":"InvalidDocument","message":"Document text is empty."}}}
        """;

    /// <summary>An error of the service.</summary>
    public static string Error(string code, string message) => $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""";

    /// <summary>A GA job with one multi-label task whose documents each have the given number of classes.</summary>
    public static string Ga(string jobId, int classesPerDocument, params string[] documentIds)
    {
        var classes = string.Join(",", Enumerable.Range(0, classesPerDocument).Select(i =>
            $$$"""{"category":"c{{{i}}}","confidenceScore":{{{(1 - i / 10.0).ToString(CultureInfo.InvariantCulture)}}}}"""));
        var documents = string.Join(",", documentIds.Select(id => $$$"""{"id":"{{{id}}}","class":[{{{classes}}}],"warnings":[]}"""));
        return $$$"""
            {"jobId":"{{{jobId}}}","lastUpdatedDateTime":"2025-12-14T18:52:21Z","createdDateTime":"2025-12-14T18:51:53Z","expirationDateTime":"2025-12-15T18:51:53Z",
             "status":"succeeded","errors":[],"tasks":{"completed":1,"failed":0,"inProgress":0,"total":1,"items":[
             {"kind":"CustomMultiLabelClassificationLROResults","lastUpdateDateTime":"2025-12-14T18:52:12.2386385Z","status":"succeeded",
              "results":{"documents":[{{{documents}}}],"errors":[],"projectName":"P","deploymentName":"D"}}]}}
            """;
    }
}
