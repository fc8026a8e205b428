using LanguageJobs.Emulator;

return await EmulatorCommand.Create().Parse(args).InvokeAsync();
