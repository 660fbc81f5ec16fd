global using System.Collections.Immutable;
global using static CsirtFlow.Domain.Tests.Demo;
global using static CsirtFlow.Domain.Tests.Story;
