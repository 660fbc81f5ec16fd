using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Wolverine.Http;

namespace CsirtFlow.Api.Course;

/// <summary>経過の記録、訂正、経過表、作業、引継ぎ、関連する件.</summary>
public static class CourseEndpoints
{
    [WolverinePost("/api/incidents/{number}/notes")]
    public static Task<IResult> AddNote(string number, AddNote command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/reports/{number}/notes")]
    public static Task<IResult> AddReportNote(string number, AddReportNote command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/corrections")]
    public static Task<IResult> Correct(string number, CorrectRecord command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/course-entries")]
    public static Task<IResult> Place(string number, PlaceInCourse command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/work")]
    public static Task<IResult> AddWork(string number, AddWork command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/usual-work")]
    public static Task<IResult> AddUsualWork(string number, AddUsualWork command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/finished-work")]
    public static Task<IResult> FinishWork(string number, FinishWork command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/handovers")]
    public static Task<IResult> HandOver(string number, HandOverWork command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/received-handovers")]
    public static Task<IResult> ReceiveHandover(string number, ReceiveHandover command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/links")]
    public static Task<IResult> Link(string number, LinkIncident command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);

    [WolverinePost("/api/incidents/{number}/undone-links")]
    public static Task<IResult> Unlink(string number, UnlinkIncident command, CommandDesk desk, HttpContext http) => desk.Take(number, command, http);
}
