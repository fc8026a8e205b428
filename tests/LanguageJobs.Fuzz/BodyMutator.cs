namespace LanguageJobs.Fuzz;

/// <summary>Makes bodies that are wrong in a few places: members dropped, doubled, retyped, reordered and nested, numbers stretched, bytes lost.</summary>
internal sealed class BodyMutator(Random random)
{
    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e2", "2147483648", "-9223372036854775809", "1e999", "-0.0", "0.1e-400",
        "123456789012345678901234567890", "\"\"", "\"running\"", "\"\\ud83d\"", "\"\\u0000\"", "\"2026-02-30T99:99:99Z\"",
        "\"9999-12-31T23:59:59.9999999-14:00\"", "\"é😀\"",
    ];

    private static readonly string[] Names =
    [
        "jobId", "tasks", "items", "customEntityRecognitionTasks", "results", "documents", "entities", "class", "classes", "classification", "errors",
        "error", "innererror", "nextLink", "@nextLink", "statistics", "detectedLanguage", "warnings", "status", "kind", "id", "offset", "",
    ];

    private static readonly JsonTree[] Shapes = [.. typeof(BodyMutator).Assembly.GetManifestResourceNames().Order().Select(Load)];

    /// <summary>A body in any shape, as the service sends it.</summary>
    public JsonTree Next() => Shapes[random.Next(Shapes.Length)].Copy();

    /// <summary>A body with some things wrong.</summary>
    public byte[] NextMutated()
    {
        var body = Next();
        for (var i = random.Next(1, 5); i > 0; i--)
            Mutate(body);
        return random.Next(8) == 0 ? MutateBytes(body.ToUtf8()) : body.ToUtf8();
    }

    /// <summary>Bytes with a few lost, doubled, changed or inserted.</summary>
    public byte[] MutateBytes(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var i = random.Next(1, 4); i > 0 && list.Count > 0; i--)
        {
            var place = random.Next(list.Count);
            switch (random.Next(5))
            {
                case 0:
                    list.RemoveRange(place, Math.Min(random.Next(1, 20), list.Count - place));
                    break;
                case 1:
                    list.InsertRange(place, list.GetRange(place, Math.Min(random.Next(1, 20), list.Count - place)));
                    break;
                case 2:
                    list[place] = (byte)random.Next(256);
                    break;
                case 3:
                    list.Insert(place, (byte)"{}[]\",:\\0-\u00ff"[random.Next(11)]);
                    break;
                default:
                    list.RemoveRange(place, list.Count - place);
                    break;
            }
        }
        return [.. list];
    }

    private static JsonTree Load(string name)
    {
        using var stream = typeof(BodyMutator).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return JsonTree.Parse(bytes);
    }

    private void Mutate(JsonTree body)
    {
        var all = body.All().ToArray();
        var value = all[random.Next(all.Length)];
        switch (random.Next(9))
        {
            case 0 when value.Items.Count > 0:
                value.RemoveAt(random.Next(value.Items.Count));
                break;
            case 1 when value.Items.Count > 0:
                Double(value, random.Next(value.Items.Count));
                break;
            case 2 when value.Items.Count > 1:
                Swap(value, random.Next(value.Items.Count), random.Next(value.Items.Count));
                break;
            case 3 when value.Names is not null:
                value.Add(Names[random.Next(Names.Length)], all[random.Next(all.Length)].Copy());
                break;
            case 4 when value.Names is { Count: > 0 }:
                value.Names[random.Next(value.Names.Count)] = Names[random.Next(Names.Length)];
                break;
            case 5:
                Nest(value);
                break;
            case 6:
                value.Become(all[random.Next(all.Length)].Copy());
                break;
            case 7:
                value.Become(random.Next(2) == 0 ? JsonTree.List() : JsonTree.List(JsonTree.Of(NextScalar())));
                break;
            default:
                value.Become(JsonTree.Of(NextScalar()));
                break;
        }
    }

    private static void Double(JsonTree value, int index)
    {
        if (value.Names is null)
            value.Items.Insert(index, value.Items[index].Copy());
        else
            value.Add(value.Names[index], value.Items[index].Copy());
    }

    private static void Swap(JsonTree value, int one, int other)
    {
        (value.Items[one], value.Items[other]) = (value.Items[other], value.Items[one]);
        if (value.Names is { } names)
            (names[one], names[other]) = (names[other], names[one]);
    }

    // Mostly a little; sometimes deeper than any JSON reader goes.
    private void Nest(JsonTree value)
    {
        var nested = value.Copy();
        for (var depth = random.Next(10) == 0 ? 70 : random.Next(1, 4); depth > 0; depth--)
            nested = JsonTree.List(nested);
        value.Become(nested);
    }

    private string NextScalar() => random.Next(20) == 0 ? new string('9', random.Next(1, 400)) : Scalars[random.Next(Scalars.Length)];
}
